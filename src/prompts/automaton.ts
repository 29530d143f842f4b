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
  /** State of the longest proper suffix. */
  readonly #fails = [0];
  /** State of the longest suffix that is a word. */
  readonly #words = [0];

  constructor(words: ReadonlyMap<string, Value>) {
    const [parents, units] = [[0], [0]];
    for (const [word, value] of words) {
      let state = 0;
      for (let index = 0; index < word.length; index += 1) {
        const unit = word.charCodeAt(index);
        let next = this.#next(state, unit);
        if (next === undefined) {
          next = this.#values.push(undefined) - 1;
          this.#depths.push(index + 1);
          parents.push(state);
          units.push(unit);
          this.#edges.set(state * UNITS + unit, next);
        }
        state = next;
      }
      this.#values[state] = value;
    }
    // Links the suffixes of all states, the shortest states first.
    const states = [...this.#values.keys()].slice(1).sort((a, b) => this.#depths[a]! - this.#depths[b]!);
    for (const state of states) {
      const parent = parents[state]!;
      const fail = parent === 0 ? 0 : this.#follow(this.#fails[parent]!, units[state]!);
      this.#fails[state] = fail;
      this.#words[state] = this.#values[fail] === undefined ? this.#words[fail]! : fail;
    }
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
    const found: (WordMatch<Value>[] | undefined)[] = [];
    let state = 0;
    for (let end = 1; end <= text.length; end += 1) {
      state = this.#follow(state, text.charCodeAt(end - 1));
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

  /** Returns the next state, of the longest suffix that has one. */
  #follow(from: number, unit: number): number {
    let state = from;
    let next = this.#next(state, unit);
    while (next === undefined && state > 0) {
      state = this.#fails[state]!;
      next = this.#next(state, unit);
    }
    return next ?? 0;
  }
}
