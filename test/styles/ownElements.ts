/** Returns the elements of drop-ins in the document. Of similar elements, such as 100 cards, returns only the first. */
export function ownElements(): HTMLElement[] {
  const byPlace = new Map<string, HTMLElement>();
  for (const element of document.querySelectorAll<HTMLElement>('.discovr-Root, .discovr-Root [class*="discovr-"]')) {
    const place = `${nameOf(element.parentElement)} > ${nameOf(element)}`;
    if (!byPlace.has(place)) byPlace.set(place, element);
  }
  return [...byPlace.values()];
}

/** Describes an element by its tag, classes and state, as a selector does. */
export function nameOf(element: Element | null): string {
  if (!element) return '';
  const states = [...element.attributes]
    .filter(({ name }) => /^(data-|aria-(pressed|current|invalid))/.test(name))
    .map(({ name, value }) => `[${name}=${value.length > 20 ? '…' : value}]`);
  return [element.localName, ...[...element.classList].map((name) => `.${name}`), ...states].join('');
}
