/** Returns the ancestor that scrolls an element vertically. */
export function scrollerOf(element: Element): Element {
  const { body, documentElement: root, scrollingElement } = document;
  // The viewport scrolls instead of the body, unless the root element has an overflow of its own.
  const end = overflowOf(root) === 'visible' ? body : root;
  for (let each = element.parentElement; each && each !== end; each = each.parentElement) {
    // With `overflow-x: hidden`, the computed vertical overflow is `auto`, although nothing scrolls.
    if (/auto|scroll/.test(overflowOf(each)) && each.scrollHeight > each.clientHeight) return each;
  }
  return scrollingElement ?? root;
}

const overflowOf = (element: Element) => getComputedStyle(element).overflowY;
