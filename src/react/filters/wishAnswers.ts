import { filterSpecSchema, type FilterSpec } from '../../filters/filterSpec.js';
import { canonicalFilters } from '../../filters/canonicalFilters.js';
import { withTwins } from '../../filters/genreTwins.js';
import type { OptionLists } from '../../filters/vocabulary/defaultVocabulary.js';
import type { Option, VocabularyKind } from '../../filters/vocabulary/vocabulary.js';
import { fold } from '../../prompts/fold.js';
import { parsePrompt, type ParsedPrompt } from '../../prompts/parsePrompt.js';
import type { PromptOptions } from '../../prompts/promptIndex.js';
import { raceAbort } from '../../shared/abort.js';
import type { VocabularyList, VocabularyLists } from './vocabularyLists.js';

/** A text, who is asked what it means, and how the library itself reads it. */
interface Wish {
  readonly text: string;
  /** See the option of `usePromptFilters`. */
  readonly interpret:
    ((text: string, context: { signal: AbortSignal; filters: FilterSpec }) => Promise<FilterSpec>) | undefined;
  readonly parsed: ParsedPrompt;
  readonly reader: PromptOptions & { readonly lists: Required<OptionLists> };
  readonly lists: VocabularyLists;
}

/**
 * Asks the app's model what a text means. Returns its answer as far as it can be trusted, or `undefined` if nothing of it
 * can. Rejects when the model or a list of the vocabulary fails, and when the signal aborts.
 */
export async function answerTo(wish: Wish, signal: AbortSignal): Promise<FilterSpec | undefined> {
  const { text, interpret, parsed } = wish;
  if (!interpret || signal.aborted) return undefined;
  const answer: unknown = await raceAbort(interpret(text, { signal, filters: parsed.filters }), signal);
  const { data } = filterSpecSchema.safeParse(answer);
  if (!data) return undefined;
  const filters = withoutExcluded(await offered(data, wish), wish);
  return Object.keys(filters).length > 0 ? filters : undefined;
}

/** Returns filters with the ids that the vocabulary knows. */
async function offered(filters: FilterSpec, { lists, reader }: Wish): Promise<FilterSpec> {
  const { genres = [], keywords = [], region = [], with_watch_providers: providers = [] } = filters;
  const { media_type: type = reader.within?.media_type } = filters;
  const among = async <Id extends number | string>(ids: readonly Id[], list: VocabularyList): Promise<Id[]> => {
    const known = ids.length > 0 ? new Set((await list.response).map(({ id }) => id)) : undefined;
    return ids.filter((id) => known?.has(String(id)));
  };
  const all = type ? genres : withTwins(genres.map(String)).map(Number);
  const unknown = keywords.map(String).filter((id) => !labelIn(reader.lists.keywords, id));
  await lists.resolve('keywords', unknown);
  const regions = await among(region, lists.regions());
  return canonicalFilters({
    ...filters,
    genres: await among(all, lists.genres(type)),
    keywords: keywords.filter((id) => keywordName(String(id), reader.lists.keywords, lists)),
    region: regions,
    with_watch_providers: await among(
      providers,
      lists.providers(regions.length > 0 ? regions : (reader.within?.region ?? [])),
    ),
  });
}

const labelIn = (options: readonly Option[], id: string) => options.find((option) => option.id === id)?.label;

const keywordName = (id: string, keywords: readonly Option[], lists: VocabularyLists) =>
  labelIn(keywords, id) ?? lists.resolvedName('keywords', id);

/** Keys of filters with ids, and their kinds. */
const idKeys = {
  genres: 'genres',
  keywords: 'keywords',
  region: 'regions',
  with_watch_providers: 'watchProviders',
} as const;

/** Returns filters without what the text excludes, in words that the library knows, or by its name. */
function withoutExcluded(filters: FilterSpec, { parsed, reader, lists }: Wish): FilterSpec {
  const excluded = parsed.rest.filter(({ reason }) => reason === 'negation').map(({ text }) => text);
  if (excluded.length === 0) return filters;
  const meanings = excluded.flatMap(piecesOf).map((piece) => parsePrompt(piece, reader).filters);
  const words = excluded.map((text) => fold(text).text);
  const isNamed = (kind: VocabularyKind, id: string) => {
    const name = kind === 'keywords' ? keywordName(id, reader.lists.keywords, lists) : labelIn(reader.lists[kind], id);
    const label = fold(name ?? '').text.trim();
    return label !== '' && words.some((text) => text.includes(label));
  };
  const entries = Object.entries(filters).map(([name, value]) => {
    // Object.entries loses the type of the keys.
    const key = name as keyof FilterSpec;
    const others = meanings.map((meaning): unknown => meaning[key]);
    if (Array.isArray(value)) {
      const kind = idKeys[key as keyof typeof idKeys];
      const isExcluded = (id: unknown) =>
        isNamed(kind, String(id)) || others.some((other) => Array.isArray(other) && other.includes(id));
      return [key, (value as readonly unknown[]).filter((id) => !isExcluded(id))];
    }
    // The type beside an excluded genre, as in "no horror movies", is not excluded itself.
    return [key, key !== 'media_type' && others.includes(value) ? undefined : value];
  });
  return canonicalFilters(Object.fromEntries(entries) as FilterSpec);
}

/** Returns all beginnings and ends of words under a "no", because it can stand before, after or around what it excludes. */
function piecesOf(text: string): string[] {
  const points = [...text];
  return points.flatMap((_, at) => [points.slice(at).join(''), points.slice(0, at).join('')]);
}
