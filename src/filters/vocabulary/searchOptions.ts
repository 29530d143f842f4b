import type { Option } from './vocabulary.js';

const searchTexts = new WeakMap<readonly Option[], readonly string[]>();

/** Brings a text to the form in which it is searched: lower case, without accents, with the apostrophe of a keyboard. */
function searchText(text: string): string {
  return (
    text
      .normalize('NFD')
      .replaceAll('’', "'")
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // A capital sigma at the end of a word is lowered to another letter than within it.
      .replaceAll('ς', 'σ')
  );
}

/**
 * Finds the options whose label contains a text, those that begin with it first. Case and accents do not count. The
 * searchable labels of a list are made once, so that a list of 10,000 answers within a frame.
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
