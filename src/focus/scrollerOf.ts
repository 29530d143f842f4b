/** Returns the ancestor that scrolls an element vertically. */
export function scrollerOf(element: Element): Element {
  const { body, documentElement: root, scrollingElement } = document;
  // The viewport scrolls instead of the body, unless the root element has an overflow of its own.
  const end = overflowOf(root) === 'visible' ? body : root;
  for (let each = element.parentElement; each && each !== end; each = each.parentElement) {
    if (isScroller(each)) return each;
  }
  return scrollingElement ?? root;
}

/** Whether an element scrolls its content vertically. Reads layout. */
export function isScroller(element: Element): boolean {
  // With `overflow-x: hidden`, the computed vertical overflow is `auto`, although nothing scrolls. The heights come
  // first, because styles take longer to read.
  return element.scrollHeight > element.clientHeight && /auto|scroll/.test(overflowOf(element));
}

const overflowOf = (element: Element) => getComputedStyle(element).overflowY;
