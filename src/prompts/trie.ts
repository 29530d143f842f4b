/** Passes the words at a position of a text to a function, the longest first, up to the first result. */
export type WordsAt<Value> = <Result>(
  text: string,
  position: number,
  read: (end: number, value: Value) => Result | undefined,
) => Result | undefined;

/** Odd numbers that spread states and characters over the slots. */
const [SPREAD_STATES, SPREAD_UNITS] = [0x9e3779b1, 0x85ebca6b];

/**
 * Returns a function that finds words. A walk along the characters of a text takes at most as many steps as the longest
 * word has. The states are numbers, and one table of slots has all edges, because 10,000 labels have 100,000 states.
 */
export function trieOf<Value>(words: ReadonlyMap<string, Value>): WordsAt<Value> {
  let most = 1;
  for (const word of words.keys()) most += word.length;
  const bits = Math.ceil(Math.log2(most)) + 1;
  /** The state to which an edge leads, at the first free slot after its hash. */
  const slots = new Int32Array(1 << bits);
  const parents = new Int32Array(most);
  const units = new Uint16Array(most);
  const values: (Value | undefined)[] = [undefined];

  for (const [word, value] of words) {
    let state = 0;
    for (let index = 0; index < word.length; index += 1) {
      const unit = word.charCodeAt(index);
      const slot = slotOf(state, unit);
      if (!slots[slot]) {
        slots[slot] = values.push(undefined) - 1;
        parents[slots[slot]] = state;
        units[slots[slot]] = unit;
      }
      state = slots[slot]!;
    }
    values[state] = value;
  }

  return (text, position, read) => {
    let end = position;
    let state = 0;
    for (let next = 0; end < text.length; end += 1) {
      next = slots[slotOf(state, text.charCodeAt(end))]!;
      if (!next) break;
      state = next;
    }
    for (; state > 0; end -= 1) {
      const value = values[state];
      const result = value === undefined ? undefined : read(end, value);
      if (result !== undefined) return result;
      state = parents[state]!;
    }
    return undefined;
  };

  function slotOf(state: number, unit: number): number {
    let slot = (Math.imul(state, SPREAD_STATES) + Math.imul(unit, SPREAD_UNITS)) >>> (32 - bits);
    for (let next = slots[slot]!; next && !(parents[next] === state && units[next] === unit); next = slots[slot]!)
      slot = (slot + 1) & (slots.length - 1);
    return slot;
  }
}
