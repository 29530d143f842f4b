import type { Option } from './vocabulary.js';

const searchTexts = new WeakMap<readonly Option[], readonly string[]>();

/** Normalizes a text for searching: lower case, no accents, straight apostrophes. */
function searchText(text: string): string {
  return (
    text
      .normalize('NFD')
      .replaceAll('’', "'")
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // toLowerCase() turns a capital sigma at the end of a word into a different letter than elsewhere.
      .replaceAll('ς', 'σ')
  );
}

/**
 * Returns the options whose label contains a text; labels that start with it come first. Ignores case and accents.
 * Normalizes the labels of a list only once, so that searching 10,000 options takes less than a frame.
 */
export function searchOptions(options: readonly Option[], query: string): readonly Option[] {
  const text = searchText(query.trim());
  if (!text) return options;
  let texts = searchTexts.get(options);
  if (!texts) {
    texts = options.map((option) => searchText(option.label));
    searchTexts.set(options, texts);
  }
  const starting: Option[] = [];
  const containing: Option[] = [];
  for (const [index, option] of options.entries()) {
    const position = texts[index]!.indexOf(text);
    if (position === 0) starting.push(option);
    else if (position > 0) containing.push(option);
  }
  return [...starting, ...containing];
}
