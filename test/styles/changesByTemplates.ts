import { nameOf, ownElements } from './ownElements.js';
import { templates } from './templates.js';

/** What a person sees of an element, as the browser computes it. */
const SEEN = [
  'color',
  'backgroundColor',
  'backgroundImage',
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontWeight',
  'lineHeight',
  'letterSpacing',
  'wordSpacing',
  'textAlign',
  'textDecorationLine',
  'textIndent',
  'textShadow',
  'textTransform',
  'whiteSpace',
  'listStyleType',
  'display',
  'opacity',
  'boxShadow',
  'outlineStyle',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'marginTop',
  'marginRight',
  'marginBottom',
  'marginLeft',
  'borderTopWidth',
  'borderRightWidth',
  'borderBottomWidth',
  'borderLeftWidth',
  'borderTopLeftRadius',
  'borderBottomRightRadius',
  'minWidth',
  'maxWidth',
  'width',
  'height',
] as const;

/** Properties that follow from what an element holds, and so from an app's own content inside it. */
const SIZES: ReadonlySet<string> = new Set(['width', 'height', 'marginLeft', 'marginRight']);

/** Layout rounds to fractions of a pixel. */
const TOLERANCE_PX = 0.6;

/** Parsed once for all stories of a page. */
const sheets = Object.entries(templates).map(([name, css]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return { name, sheet };
});

/**
 * Returns what each template changes on the library's elements: nothing if the stylesheet holds. Sizes that depend on the
 * app's own content are not compared, because templates may change that content.
 */
export function changesByTemplates(): string[] {
  const elements = ownElements();
  const before = elements.map(look);
  return sheets.flatMap(({ name, sheet }) => {
    document.adoptedStyleSheets.push(sheet);
    const changes = elements.flatMap((element, index) => differences(element, before[index]!, look(element)));
    document.adoptedStyleSheets.pop();
    return changes.map((change) => `${name}: ${change}`);
  });
}

function look(element: Element): string[] {
  const style = getComputedStyle(element);
  return SEEN.map((property) => style[property]);
}

function differences(element: Element, before: readonly string[], after: readonly string[]): string[] {
  const holdsForeign = hasForeignContent(element);
  return SEEN.flatMap((property, index) => {
    const [was, is] = [before[index]!, after[index]!];
    if (was === is || (holdsForeign && SIZES.has(property)) || isNear(was, is)) return [];
    return [`${nameOf(element)} ${property} ${was} → ${is}`];
  });
}

/** Whether an element of an app's, which a template may change, decides the size of this one. */
function hasForeignContent(element: Element): boolean {
  const root = element.closest('.discovr-Root');
  return [...(root ?? element).querySelectorAll('a, button, input, p, h1, h2, h3, h4, img, ul, li, label')].some(
    (inner) => !/(^| )discovr-/.test(inner.className),
  );
}

function isNear(was: string, is: string): boolean {
  return Math.abs(Number.parseFloat(was) - Number.parseFloat(is)) < TOLERANCE_PX && was.endsWith('px');
}
