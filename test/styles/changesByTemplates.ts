import { nameOf, ownElements } from './ownElements.js';
import { templates } from './templates.js';

/** Visible properties of an element, as the browser computes them. */
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

/** Properties that depend on the content of an element, which may include elements of the app. */
const SIZES: ReadonlySet<string> = new Set(['width', 'height', 'marginLeft', 'marginRight']);

/** Differences below this are ignored, because layout rounds to fractions of a pixel. */
const TOLERANCE_PX = 0.6;

/** Parsed once for all stories in a document. */
const sheets = Object.entries(templates).map(([name, css]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return { name, sheet };
});

/**
 * Lists what each template changes in the library's elements in the document. The list is empty when the stylesheet is
 * correct. Sizes that depend on content of the app are not compared, because templates may change this content.
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

/** Whether the size of an element depends on elements of the app, which a template may change. */
function hasForeignContent(element: Element): boolean {
  const root = element.closest('.discovr-Root');
  return [...(root ?? element).querySelectorAll('a, button, input, p, h1, h2, h3, h4, img, ul, li, label')].some(
    (inner) => !/(^| )discovr-/.test(inner.className),
  );
}

function isNear(was: string, is: string): boolean {
  return Math.abs(Number.parseFloat(was) - Number.parseFloat(is)) < TOLERANCE_PX && was.endsWith('px');
}
