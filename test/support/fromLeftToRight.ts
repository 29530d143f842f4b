/** Returns the text of an element on one line as it is displayed, from left to right and without spaces. */
export function fromLeftToRight(element: Element): string {
  const characters: { text: string; left: number }[] = [];
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const node = nodes.currentNode as Text;
    for (const { index, 0: text } of node.data.matchAll(/[\p{L}\p{N}\p{P}]/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + text.length);
      characters.push({ text, left: range.getBoundingClientRect().left });
    }
  }
  return characters
    .sort((one, other) => one.left - other.left)
    .map(({ text }) => text)
    .join('');
}
