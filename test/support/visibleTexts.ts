/** A text that is shown, and the area that it fills. */
export interface VisibleText {
  readonly text: string;
  readonly element: Element;
  readonly area: DOMRect;
}

/** Returns the texts inside an element that are shown completely: not hidden, and not cut off by a scroll container. */
export function visibleTexts(root: Element): VisibleText[] {
  const texts: VisibleText[] = [];
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const node = nodes.currentNode;
    const element = node.parentElement!;
    const text = node.textContent!.trim();
    // Chromium 109 knows the options by these names.
    const isHidden = !element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    if (isHidden || !/[\p{L}\p{N}]/u.test(text)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const area of range.getClientRects())
      if (area.width > 2 && isShown(element, area)) texts.push({ text, element, area });
  }
  return texts;
}

function isShown(element: Element, area: DOMRect): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (getComputedStyle(at).overflow === 'visible') continue;
    const box = at.getBoundingClientRect();
    // A line can be a little taller than the box that clips it.
    if (area.left < box.left - 1 || area.right > box.right + 1) return false;
    if (area.top < box.top - 4 || area.bottom > box.bottom + 4) return false;
  }
  return true;
}
