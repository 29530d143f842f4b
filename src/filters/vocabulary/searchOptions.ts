import type { Option } from './vocabulary.js';

const searchTexts = new WeakMap<readonly Option[], readonly string[]>();

const KATAKANA_OFFSET = 'ァ'.charCodeAt(0) - 'ぁ'.charCodeAt(0);

/** Normalizes a text for searching: lower case, no accents, straight apostrophes, no full-width letters, katakana. */
function searchText(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replaceAll('’', "'")
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // toLowerCase() turns a capital sigma at the end of a word into a different letter than elsewhere.
      .replaceAll('ς', 'σ')
      // Turkish has an i without a dot, whose capital letter is that of i in other languages.
      .replaceAll('ı', 'i')
      // An input method enters hiragana until the user converts it.
      .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + KATAKANA_OFFSET))
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
