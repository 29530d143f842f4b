/** Shortest word that is corrected. In shorter ones, one letter makes another word. */
export const SHORTEST_CORRECTED = 5;

/**
 * Returns a function that finds the meaning of a word with one typing error: a letter that is missing, added, wrong, or
 * swapped with its neighbor. The first letter must be right, and words with the same distance must have one meaning.
 *
 * @param words words that may be meant, with what they mean.
 * @param neighbors words that are no typing errors.
 */
export function spellingsNear<Value>(
  words: readonly (readonly [string, Value])[],
  neighbors: ReadonlySet<string>,
): (word: string) => Value | undefined {
  const byStart = new Map<string, (readonly [string, Value])[]>();
  for (const entry of words) {
    const [word] = entry;
    if (!/^[a-z\u00c0-\u05ff]+$/.test(word) || word.length < SHORTEST_CORRECTED) continue;
    const known = byStart.get(word[0]!);
    if (known) known.push(entry);
    else byStart.set(word[0]!, [entry]);
  }
  return (word) => {
    if (word.length < SHORTEST_CORRECTED || neighbors.has(word)) return undefined;
    const near = (byStart.get(word[0]!) ?? []).filter(([known]) => isOneEdit(word, known)).map(([, value]) => value);
    const meanings = new Set(near.map((value) => JSON.stringify(value)));
    return meanings.size === 1 ? near[0] : undefined;
  };
}

/** Whether one edit (Damerau) turns a word into another. */
function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB === restA[1]! + restA[0]!;
}
