import type { Option, LabelOf, VocabularyKind } from './vocabulary.js';

/** Lists from which labels are looked up, by kind. */
export type OptionLists = { readonly [Kind in VocabularyKind]?: readonly Option[] };

/** Makes a look-up of labels over the lists known so far, asking `fallback` where they do not have an id. */
export function labelsFrom(lists: OptionLists, fallback?: LabelOf): LabelOf {
  const known = new Map<string, string>();
  for (const [kind, options] of Object.entries(lists)) {
    for (const { id, label } of options) known.set(`${kind}:${id}`, label);
  }
  return (kind, id) => known.get(`${kind}:${id}`) ?? fallback?.(kind, id);
}
