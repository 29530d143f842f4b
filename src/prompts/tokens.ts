import type { WordMatch } from './automaton.js';
import { scriptOf } from './fold.js';
import type { Meaning, PromptIndex } from './promptIndex.js';

/** A word, number or mark of a text. Offsets are those of the folded text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Absent for unknown words, and for most marks. */
  readonly meaning?: Meaning;
  /** Value of digits. */
  readonly digits?: number;
  /** Punctuation, as one character. */
  readonly mark?: string;
}

/** A word of the text with what follows it in a compound. */
interface Reading {
  readonly meaning: Meaning;
  readonly end: number;
  /** Whether another word of the compound starts at the end. */
  readonly continues: boolean;
}

const NUMBER = /\d+(?:[.,]\d{1,2}(?!\d))?|\.5(?!\d)/y;
const HANGUL = 2;
const LONGEST_ENDING = 6;
/** Shortest word that is read at the end of a compound. */
const SHORTEST_LETTERS = 4;
const SHORTEST_SYLLABLES = 2;
/** Number of unknown words that are compared with the known ones. */
const MOST_CORRECTED = 50;

const to: Meaning = { pre: 'to' };
const from: Meaning = { pre: 'from' };
const marks: Readonly<Record<string, Meaning>> = {
  '-': { range: true },
  '/': { joiner: true },
  '&': { joiner: true },
  '+': { post: 'from' },
  '<': to,
  '≤': to,
  '>': from,
  '≥': from,
};

/** Whether a word ends or starts at a position. */
function isBound(text: string, position: number): boolean {
  const script = position > 0 ? scriptOf(text.charCodeAt(position - 1)) : 0;
  return script === 0 || position === text.length || script !== scriptOf(text.charCodeAt(position));
}

/** Returns the length of the shortest word that ends a compound in the script of a position. */
const shortestIn = (text: string, position: number) =>
  scriptOf(text.charCodeAt(position)) === 1 ? SHORTEST_LETTERS : SHORTEST_SYLLABLES;

/** Whether a word can be a part of a compound, or have an ending: a name, a genre, a type. */
const isName = ({ type, ids }: Meaning) => type !== undefined || ids !== undefined;

/** Returns what a word means: "free" is a price, but excludes "horror" in "horror-free". */
function meaningOf({ isEnding, ...meaning }: Meaning, isEnd: boolean): Meaning | undefined {
  if (!isEnding) return meaning;
  if (isEnd) return { not: 'post' };
  return Object.keys(meaning).length > 0 ? meaning : undefined;
}

/** Splits a folded text into the longest known words, from left to right. */
export function tokensOf(text: string, index: PromptIndex): Token[] {
  const readings = readingsOf(text, index);
  const tokens: Token[] = [];
  let corrected = 0;
  let position = 0;
  let isInCompound = false;
  while (position < text.length) {
    const start = position;
    const reading: Reading | undefined =
      isInCompound || isBound(text, start) ? readingAt(text, start, readings, index) : undefined;
    // "1970s" is a number with a letter, also where a keyword has this name.
    const isNumber = /\d/.test(text[start]!) || text.startsWith('.5', start);
    const found = reading && meaningOf(reading.meaning, isInCompound || text[start - 1] === '-');
    if (reading && found && !(isNumber && found.ids?.keywords)) {
      tokens.push({ start, end: reading.end, meaning: found });
      position = reading.end;
      isInCompound = reading.continues;
      continue;
    }
    isInCompound = false;
    if (isNumber) {
      NUMBER.lastIndex = start;
      const [digits = '0'] = NUMBER.exec(text) ?? [];
      position += digits.length;
      tokens.push({ start, end: position, digits: Number(digits.replace(',', '.')) });
    } else if (/[\p{L}\p{N}]/u.test(text[start]!)) {
      position += 1;
      while (!isBound(text, position)) position += 1;
      const word = text.slice(start, position);
      const last = lastOfCompound(start, position);
      if (last !== undefined) {
        tokens.push({ start, end: last });
        position = last;
        isInCompound = true;
        continue;
      }
      const meaning = corrected < MOST_CORRECTED ? index.correct(word) : undefined;
      corrected += 1;
      tokens.push({ start, end: position, ...(meaning && { meaning }) });
    } else {
      position += 1;
      const mark = text[start]!;
      const meaning = marks[mark];
      if (mark !== ' ' && mark !== "'") tokens.push({ start, end: position, mark, ...(meaning && { meaning }) });
    }
  }
  return tokens;

  /** Returns where the last word of a compound starts, if only its first word is unknown: "Zombiefilm". */
  function lastOfCompound(start: number, end: number): number | undefined {
    const shortest = shortestIn(text, start);
    if (shortest === SHORTEST_LETTERS && index.links.length === 1) return undefined;
    for (let at = start + 2; at <= end - shortest; at += 1) {
      const { meaning, end: last } = readings[at] ?? {};
      if (last === end && meaning && (meaning.type ?? meaning.ids?.genres) && !meaning.filler) return at;
    }
    return undefined;
  }
}

/** Returns the longest word at each position of a text that ends with a word, an ending or another word. */
function readingsOf(text: string, { words, endings, links }: PromptIndex): (Reading | undefined)[] {
  const matches = words.find(text);
  const readings: (Reading | undefined)[] = [];
  for (let start = text.length - 1; start >= 0; start -= 1) {
    const found = matches[start];
    for (let choice = (found?.length ?? 0) - 1; choice >= 0 && !readings[start]; choice -= 1)
      readings[start] = readingOf(found![choice]!);
  }
  return readings;

  function readingOf({ end, value: meaning }: WordMatch<Meaning>): Reading | undefined {
    if (isBound(text, end)) return { meaning, end, continues: false };
    const isHangul = scriptOf(text.charCodeAt(end)) === HANGUL;
    for (const link of links) {
      const next = text.startsWith(link, end) ? readings[end + link.length] : undefined;
      if (!next) continue;
      const isPair =
        isName(meaning) &&
        (next.meaning.not === 'post' || (isName(next.meaning) && next.end - end >= shortestIn(text, end)));
      if (isHangul || next.meaning.isEnding || isPair) return { meaning, end: end + link.length, continues: true };
    }
    const { reason, vague, filler, decade } = meaning;
    if (!isName(meaning) && !isHangul && (reason ?? vague ?? filler ?? decade) === undefined) return undefined;
    let ending = end;
    while (!isBound(text, ending) && ending - end <= LONGEST_ENDING) ending += 1;
    return endings.has(text.slice(end, ending)) ? { meaning, end: ending, continues: false } : undefined;
  }
}

/** Returns the word at a position, or the word after a beginning such as an article. */
function readingAt(
  text: string,
  start: number,
  readings: readonly (Reading | undefined)[],
  { prefixes }: PromptIndex,
): Reading | undefined {
  if (readings[start]) return readings[start];
  for (const prefix of prefixes) {
    const reading = text.startsWith(prefix, start) ? readings[start + prefix.length] : undefined;
    const { filler, joiner, not } = reading?.meaning ?? {};
    if (reading && (isName(reading.meaning) || not || !(filler ?? joiner))) return reading;
  }
  return undefined;
}
