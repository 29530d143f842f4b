/** Returns the ancestor that scrolls an element vertically. */
export function scrollerOf(element: Element): Element {
  const end = endOfPage();
  for (let each = element.parentElement; each && each !== end; each = each.parentElement) {
    if (isScroller(each)) return each;
  }
  return document.scrollingElement ?? document.documentElement;
}

/** Returns the element for which the viewport scrolls: the body, unless the root element has an overflow of its own. */
export function endOfPage(): Element {
  const { body, documentElement: root } = document;
  return overflowOf(root) === 'visible' ? body : root;
}

/** Whether an element scrolls its content vertically. Reads layout. */
export function isScroller(element: Element): boolean {
  // With `overflow-x: hidden`, the computed vertical overflow is `auto`, although nothing scrolls. The heights come
  // first, because styles take longer to read.
  return element.scrollHeight > element.clientHeight && /auto|scroll/.test(overflowOf(element));
}

const overflowOf = (element: Element) => getComputedStyle(element).overflowY;
