interface Spelling {
  readonly pseudonym: string;
  /** Whether it must be a whole word. */
  readonly isName: boolean;
}

/** Number of characters by which spellings are found. */
const START = 6;
/** Longest value whose encodings are looked for, in characters. A longer one is a picture. */
const MAX_ENCODED = 10_000;
/** Matches an escape sequence, whose last letter is not part of the word that follows. */
const ESCAPED = /(?:%[\dA-Fa-f]{2}|\\[bfnrt]|\\u[\dA-Fa-f]{4})$/;

/**
 * Finds values in texts, also as JSON, in URLs and in Base64, and replaces them. The time it takes depends on the length of
 * the text, hardly on the number of values.
 */
export class Spellings {
  /** Spellings by their start, their length and themselves. */
  readonly #byStart = new Map<string, Map<number, Map<string, Spelling>>>();
  readonly #firstUnits = new Set<number>();
  /** Lengths of the keys of `#byStart`, greatest first. */
  #widths: readonly number[] = [];

  /** Adds a value. A name is found as a whole word only, unless it is added as a value of another kind too. */
  add(value: string, pseudonym: string, isName: boolean): void {
    for (const text of spellingsOf(value, isName)) {
      const start = text.slice(0, START);
      const byLength = this.#byStart.get(start) ?? new Map<number, Map<string, Spelling>>();
      const others = byLength.get(text.length) ?? new Map<string, Spelling>();
      const other = others.get(text);
      if (!other || (other.isName && !isName)) others.set(text, { pseudonym, isName });
      this.#byStart.set(start, byLength.set(text.length, others));
      this.#firstUnits.add(start.charCodeAt(0));
      if (!this.#widths.includes(start.length)) this.#widths = [...this.#widths, start.length].sort((a, b) => b - a);
    }
  }

  /** Replaces all values in a text; of several that begin at one place, the longest. */
  replace(text: string): string {
    let result = '';
    let end = 0;
    for (let at = 0; at < text.length; at++) {
      if (!this.#firstUnits.has(text.charCodeAt(at))) continue;
      const [pseudonym, length] = this.#longestAt(text, at);
      if (length === 0) continue;
      result += text.slice(end, at) + pseudonym;
      end = at + length;
      at = end - 1;
    }
    return result + text.slice(end);
  }

  #longestAt(text: string, at: number): readonly [pseudonym: string, length: number] {
    let longest: readonly [string, number] = ['', 0];
    for (const width of this.#widths) {
      for (const [length, spellings] of this.#byStart.get(text.slice(at, at + width)) ?? []) {
        const spelling = length > longest[1] ? spellings.get(text.slice(at, at + length)) : undefined;
        if (spelling && (!spelling.isName || isWord(text, at, at + length))) longest = [spelling.pseudonym, length];
      }
    }
    return longest;
  }
}

const isPartOfWord = (character: string | undefined) => /^[\p{L}\p{N}_-]$/u.test(character ?? '');

const isWord = (text: string, start: number, end: number) =>
  !isPartOfWord(text[end]) &&
  (!isPartOfWord(text[start - 1]) || ESCAPED.test(text.slice(Math.max(0, start - 6), start)));

function spellingsOf(value: string, isName: boolean): Set<string> {
  if (value.length > MAX_ENCODED) return new Set([value]);
  const inJson = JSON.stringify(value).slice(1, -1);
  const inUri = uriOf(value);
  return new Set([
    value,
    inJson,
    inJson.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    inUri,
    inUri.replace(/%../g, (escape) => escape.toLowerCase()),
    uriOf(inUri),
    String(new URLSearchParams({ '': value })).slice(1),
    ...(isName ? [] : base64sOf(value)),
  ]);
}

/** Returns what all encodings of a longer text in Base64 contain if it contains the value. */
function base64sOf(value: string): string[] {
  const bytes = String.fromCharCode(...new TextEncoder().encode(value));
  return [0, 1, 2].flatMap((offset) => {
    const encoded = btoa('\0'.repeat(offset) + bytes);
    const own = encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** Encodes a text for a URL. A lone surrogate cannot be encoded, and never occurs in one. */
function uriOf(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}
