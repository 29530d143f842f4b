import { createMeaning, type Meaning, type PromptIndex } from './promptIndex.js';

/** A word, number or mark of a text. Offsets are those of the folded text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Absent for unknown words, and for most marks. */
  readonly meaning: Meaning | undefined;
  /** Value of digits. */
  readonly digits: number | undefined;
  /** Punctuation, as one character. */
  readonly mark: string | undefined;
}

/** Whether a token is a word or number without a meaning. */
export const isUnknown = (token: Token | undefined) => !!token && !token.meaning && !token.mark;

export const isUnknownWord = (token: Token | undefined) => isUnknown(token) && token?.digits === undefined;

const NUMBER = /\d+(?:[.,]\d{1,2}(?!\d))?|\.5(?!\d)/y;
/** Scripts of characters that form words; Han and hiragana have no bounds of words. */
const [LETTER, HANGUL, KATAKANA, DIGIT, HAN] = [1, 2, 3, 4, 5];
const LONGEST_ENDING = 6;
/** Shortest word that is read at the end of a compound. */
const SHORTEST_LETTERS = 4;
const SHORTEST_SYLLABLES = 2;
/** Number of unknown words that are compared with the known ones. */
const MOST_CORRECTED = 50;

const excluding = createMeaning({ not: 'post' });
const [joiner, to, from] = [
  createMeaning({ joiner: true }),
  createMeaning({ pre: 'to' }),
  createMeaning({ pre: 'from' }),
];
const marks: Readonly<Record<string, Meaning>> = {
  '-': createMeaning({ range: true }),
  '/': joiner,
  '&': joiner,
  '+': createMeaning({ post: 'from' }),
  '<': to,
  '≤': to,
  '>': from,
  '≥': from,
};

/** Splits a folded text into the longest known words, from left to right. */
export function tokensOf(text: string, { words, endings, links, prefixes, correct }: PromptIndex): Token[] {
  const bounds = boundsOf(text);
  /** The longest word at each position that ends with a word, an ending or another word of a compound. */
  const meanings: (Meaning | undefined)[] = [];
  // An array that is filled from its end would be slow.
  meanings.length = text.length;
  const ends = new Int32Array(text.length);
  /** Whether another word of the compound starts at the end. */
  const continues = new Uint8Array(text.length);
  let position = text.length - 1;
  for (; position >= 0; position -= 1) meanings[position] = words(text, position, readWord);
  const tokens: Token[] = [];
  let corrected = 0;
  let isInCompound = false;
  const push = (end: number, meaning?: Meaning, digits?: number, mark?: string) => {
    tokens.push({ start: position, end, meaning, digits, mark });
    position = end;
  };
  for (position = 0; position < text.length;) {
    const start = position;
    const word: number | undefined = isInCompound || bounds[start] ? wordFrom(start) : undefined;
    const script = scriptOf(text.charCodeAt(start));
    // "1970s" is a number with a letter, also where a keyword has this name.
    const isNumber = script === DIGIT || (text[start] === '.' && text.startsWith('.5', start));
    const meaning = word === undefined ? word : meaningOf(meanings[word]!, isInCompound || text[start - 1] === '-');
    isInCompound = false;
    if (meaning && !(isNumber && meaning.ids?.keywords)) {
      push(ends[word!]!, meaning);
      isInCompound = continues[word!] === 1;
    } else if (isNumber) {
      NUMBER.lastIndex = start;
      const end = NUMBER.test(text) ? NUMBER.lastIndex : start + 1;
      push(end, undefined, Number(text.slice(start, end).replace(',', '.')) || 0);
    } else if (script) {
      let end = start + 1;
      while (!bounds[end]) end += 1;
      const last = lastOfCompound(start, end);
      isInCompound = last !== undefined;
      if (last === undefined && corrected < MOST_CORRECTED) push(end, correct(text.slice(start, end)));
      else push(last ?? end);
      corrected += isInCompound ? 0 : 1;
    } else {
      const mark = text[start]!;
      if (mark === ' ' || mark === "'") position += 1;
      else push(start + 1, marks[mark], undefined, mark);
    }
  }
  return tokens;

  /** Reads the word between the position and an end, unless more letters follow that are no ending. */
  function readWord(end: number, meaning: Meaning): Meaning | undefined {
    ends[position] = end;
    continues[position] = 0;
    if (bounds[end]) return meaning;
    const isHangul = scriptOf(text.charCodeAt(end)) === HANGUL;
    for (const link of links) {
      const at = end + link.length;
      const next = text.startsWith(link, end) ? meanings[at] : undefined;
      if (!next) continue;
      const isPair = isName(meaning) && (next.not === 'post' || (isName(next) && ends[at]! - end >= shortestAt(end)));
      if (!isHangul && !next.isEnding && !isPair) continue;
      ends[position] = at;
      continues[position] = 1;
      return meaning;
    }
    const { reason, vague, filler, decade } = meaning;
    if (!isName(meaning) && !isHangul && (reason ?? vague ?? filler ?? decade) === undefined) return undefined;
    let ending = end;
    while (!bounds[ending] && ending - end <= LONGEST_ENDING) ending += 1;
    ends[position] = ending;
    return endings.has(text.slice(end, ending)) ? meaning : undefined;
  }

  /** Returns the place of a word that starts here, or after a beginning such as an article. */
  function wordFrom(start: number): number | undefined {
    if (meanings[start]) return start;
    return prefixes(text, start, (end) => {
      const meaning = meanings[end];
      const isWord = meaning && (isName(meaning) || meaning.not || !(meaning.filler ?? meaning.joiner));
      return isWord ? end : undefined;
    });
  }

  /** Returns where the last word of a compound starts, if only its first word is unknown: "Zombiefilm". */
  function lastOfCompound(start: number, end: number): number | undefined {
    const shortest = shortestAt(start);
    if (shortest === SHORTEST_LETTERS && links.length === 1) return undefined;
    for (let at = start + 2; at <= end - shortest; at += 1) {
      const meaning = meanings[at];
      if (ends[at] === end && meaning && (meaning.type ?? meaning.ids?.genres) && !meaning.filler) return at;
    }
    return undefined;
  }

  /** Returns the length of the shortest word that ends a compound in the script of a position. */
  function shortestAt(start: number): number {
    return scriptOf(text.charCodeAt(start)) === LETTER ? SHORTEST_LETTERS : SHORTEST_SYLLABLES;
  }
}

/** Whether a word can be a part of a compound, or have an ending: a name, a genre, a type. */
const isName = ({ type, ids }: Meaning) => type !== undefined || ids !== undefined;

/** Returns what a word means: "free" is a price, but excludes "horror" in "horror-free". */
function meaningOf(meaning: Meaning, isEnd: boolean): Meaning | undefined {
  if (!meaning.isEnding) return meaning;
  if (isEnd) return excluding;
  return Object.values(meaning).filter((part) => part !== undefined).length > 1 ? meaning : undefined;
}

/** Returns the positions of a text where words start or end. */
function boundsOf(text: string): Uint8Array {
  const bounds = new Uint8Array(text.length + 1);
  let before = 0;
  for (let position = 0; position < text.length; position += 1) {
    const script = scriptOf(text.charCodeAt(position));
    if (!before || before === HAN || before !== script) bounds[position] = 1;
    before = script;
  }
  bounds[text.length] = 1;
  return bounds;
}

/** Known scripts by character, plus one. */
const scripts = new Uint8Array(0x10000);

function scriptOf(unit: number): number {
  return (scripts[unit] ||= 1 + computedScript(unit)) - 1;
}

function computedScript(unit: number): number {
  const letter = String.fromCharCode(unit);
  if (/\d/.test(letter)) return DIGIT;
  if (/[\uac00-\ud7af]/.test(letter)) return HANGUL;
  if (/[\u30a1-\u30fa\u30fc-\u30ff]/.test(letter)) return KATAKANA;
  if (/[\0-\u1fff]/.test(letter) && /\p{L}/u.test(letter)) return LETTER;
  return /[\p{L}\p{N}]/u.test(letter) ? HAN : 0;
}
