/**
 * Makes `getComputedStyle` fast. Queries by role call it for each element and its ancestors, and jsdom matches all rules
 * of its default stylesheet each time. Tests in jsdom have no stylesheets of their own, so elements with the same tag and
 * attributes have the same style, unless they or their ancestors have a `dir` or a `style` that is inherited.
 */
const compute = window.getComputedStyle.bind(window);
const styles = new Map<string, CSSStyleDeclaration>();

/** Attributes for which the default stylesheet has rules, and `style`. */
const ATTRIBUTES = ['hidden', 'open', 'type', 'popover', 'style'];

/**
 * Values of `style` that no element inherits: of a page that a dialog keeps from scrolling, and of one that scrolls
 * again.
 */
const NOT_INHERITED = ['overflow: hidden;', ''];

const hasOwnStyle = (element: Element | null): boolean =>
  element !== null &&
  (!NOT_INHERITED.includes(element.getAttribute('style') ?? '') ||
    element.hasAttribute('dir') ||
    hasOwnStyle(element.parentElement));

window.getComputedStyle = (element, pseudo) => {
  if (hasOwnStyle(element) || document.styleSheets.length > 0) return compute(element, pseudo);
  const key = JSON.stringify([element.localName, pseudo, ...ATTRIBUTES.map((name) => element.getAttribute(name))]);
  const style = styles.get(key) ?? compute(element.cloneNode(false) as Element, pseudo);
  styles.set(key, style);
  return style;
};
