/** A word in a text. `end` is exclusive. */
export interface WordMatch<Value> {
  readonly end: number;
  readonly value: Value;
}

const UNITS = 0x10000;

/**
 * Words of a text, found in one pass (Aho–Corasick): each step follows one edge, or shortens the word that is being read.
 * The states are numbers, and one map has all edges, because 10,000 labels have 100,000 states.
 */
export class Automaton<Value> {
  readonly #edges = new Map<number, number>();
  readonly #values: (Value | undefined)[] = [undefined];
  readonly #depths = [0];
  readonly #parents = [0];
  readonly #units = [0];
  /** State of the longest proper suffix. */
  #fails: number[] | undefined;
  /** State of the longest suffix that is a word. */
  #words: number[] = [];

  get(word: string): Value | undefined {
    let state: number | undefined = 0;
    for (let index = 0; index < word.length && state !== undefined; index += 1)
      state = this.#next(state, word.charCodeAt(index));
    return state === undefined ? undefined : this.#values[state];
  }

  set(word: string, value: Value): void {
    let state = 0;
    for (let index = 0; index < word.length; index += 1) {
      const unit = word.charCodeAt(index);
      let next = this.#next(state, unit);
      if (next === undefined) {
        next = this.#values.push(undefined) - 1;
        this.#depths.push(index + 1);
        this.#parents.push(state);
        this.#units.push(unit);
        this.#edges.set(state * UNITS + unit, next);
      }
      state = next;
    }
    this.#values[state] = value;
    this.#fails = undefined;
  }

  /** Returns all words with their values. */
  entries(): [string, Value][] {
    const texts = [''];
    return this.#values.flatMap((value, state): [string, Value][] => {
      if (state > 0) texts.push(texts[this.#parents[state]!]! + String.fromCharCode(this.#units[state]!));
      return value === undefined ? [] : [[texts[state]!, value]];
    });
  }

  /** Returns the words that start at a position, the longest last. */
  at(text: string, position: number): WordMatch<Value>[] {
    const found: WordMatch<Value>[] = [];
    let state: number | undefined = 0;
    for (let end = position; end < text.length; end += 1) {
      state = this.#next(state, text.charCodeAt(end));
      if (state === undefined) break;
      const value = this.#values[state];
      if (value !== undefined) found.push({ end: end + 1, value });
    }
    return found;
  }

  /** Returns all words of a text by their start; those with one start in the order of their length. */
  find(text: string): (WordMatch<Value>[] | undefined)[] {
    const fails = (this.#fails ??= this.#link());
    const found: (WordMatch<Value>[] | undefined)[] = [];
    let state = 0;
    for (let end = 1; end <= text.length; end += 1) {
      const unit = text.charCodeAt(end - 1);
      let next = this.#next(state, unit);
      while (next === undefined && state > 0) {
        state = fails[state]!;
        next = this.#next(state, unit);
      }
      state = next ?? 0;
      const isWord = this.#values[state] !== undefined;
      for (let word = isWord ? state : this.#words[state]!; word > 0; word = this.#words[word]!) {
        (found[end - this.#depths[word]!] ??= []).push({ end, value: this.#values[word]! });
      }
    }
    return found;
  }

  #next(state: number, unit: number): number | undefined {
    return this.#edges.get(state * UNITS + unit);
  }

  /** Finds the suffixes of all states, the shortest states first. */
  #link(): number[] {
    const fails = [0];
    const states = [...this.#values.keys()].slice(1).sort((a, b) => this.#depths[a]! - this.#depths[b]!);
    this.#words = [0];
    for (const state of states) {
      const parent = this.#parents[state]!;
      let suffix = fails[parent]!;
      let next = parent === 0 ? 0 : this.#next(suffix, this.#units[state]!);
      while (next === undefined && suffix > 0) {
        suffix = fails[suffix]!;
        next = this.#next(suffix, this.#units[state]!);
      }
      const fail = next ?? 0;
      fails[state] = fail;
      this.#words[state] = this.#values[fail] === undefined ? this.#words[fail]! : fail;
    }
    return fails;
  }
}
