import type { Option, LabelOf, VocabularyKind } from './vocabulary.js';

/** Lists of options with their labels, by kind. */
export type OptionLists = { readonly [Kind in VocabularyKind]?: readonly Option[] };

/** Returns a function that looks up labels in the given lists, and calls `fallback` for ids that no list has. */
export function labelsFrom(lists: OptionLists, fallback?: LabelOf): LabelOf {
  const known = new Map<string, string>();
  for (const [kind, options] of Object.entries(lists)) {
    for (const { id, label } of options) known.set(`${kind}:${id}`, label);
  }
  return (kind, id) => known.get(`${kind}:${id}`) ?? fallback?.(kind, id);
}
