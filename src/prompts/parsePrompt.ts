import { activeFilters, withTextDefaults, type FilterTextOptions } from '../filters/activeFilters.js';
import { canonicalFilters } from '../filters/canonicalFilters.js';
import { filterFields, filterKinds, isRangeKind, kindsOf, type FilterKind } from '../filters/filterFields.js';
import type { FilterSpec, MediaType } from '../filters/filterSpec.js';
import { filmGenres } from '../filters/genreTwins.js';
import { releaseDateShortcuts } from '../filters/rangeShortcuts.js';
import { isOrdered, today } from '../filters/values.js';
import { genreIdsFor } from '../filters/vocabulary/defaultVocabulary.js';
import { isOfferedIn, watchProviders } from '../filters/vocabulary/watchProviders.js';
import { formatList } from '../messages/locale.js';
import { fold } from './fold.js';
import type { UnsupportedWish, VagueWish } from './language.js';
import { indexOf, type PromptIndex, type PromptOptions } from './promptIndex.js';
import { findingsOf, type Finding } from './findings.js';
import type { QuantityFilters } from './quantities.js';
import type { Clause } from './sentences.js';
import { tokensOf, type Token } from './tokens.js';

/** Filters to choose from, where the words leave more than one meaning or name no number. */
export interface PromptChoice {
  /** Text for the user, such as "Up to 120 min". */
  readonly label: string;
  readonly filters: FilterSpec;
}

/** Words that were understood. Offsets are UTF-16 units of the text; `end` is exclusive. */
export interface PromptPart {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What the words add to the filters. Empty if the user must choose. */
  readonly filters: FilterSpec;
  /** Text for the user, as on a chip: "Up to 100 min". */
  readonly label: string;
  readonly choices?: readonly PromptChoice[];
}

/**
 * Why words were not applied: filters have no such criterion (`rating`, `awards`, …), the words exclude something
 * (`negation`), are a name (`name`), or are a genre that the type or a watch provider that the regions do not have. A
 * later word can also contradict them (`replaced`).
 */
export type PromptRestReason = UnsupportedWish | 'negation' | 'name' | 'genre' | 'watchProvider' | 'replaced';

/** Words that were not applied. Offsets are UTF-16 units of the text; `end` is exclusive. */
export interface PromptRest {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Absent if the words are unknown. */
  readonly reason?: PromptRestReason;
}

/** What {@link parsePrompt} returns. */
export interface ParsedPrompt {
  /** Filters in canonical form. */
  readonly filters: FilterSpec;
  /** What was understood, in the order of the text. */
  readonly parts: readonly PromptPart[];
  /** Filter kinds that the text is about. These replace the user's earlier choices. */
  readonly mentioned: readonly FilterKind[];
  /** What was not understood, without filler, in the order of the text. */
  readonly rest: readonly PromptRest[];
}

/**
 * Reads a wish such as "a funny film under 100 minutes on Netflix" as filters, on the device. It prefers to miss a wish
 * over applying a wrong filter: what it is not sure about stands in `rest`, or in the `choices` of a part. It also reads
 * every sentence that `describeFilter` writes with the same `locale` and `messages`. Never throws.
 *
 * @example
 * const { filters } = parsePrompt('a funny film under 100 minutes on Netflix', { languages: [en] });
 */
export function parsePrompt(text: string, options: PromptOptions): ParsedPrompt {
  const { locale, messages } = withTextDefaults(options);
  const index = indexOf(options);
  const folded = fold(text);
  const sentence = index.sentences(folded.text);
  const tokens = tokensOf(folded.text, index);
  const sentenceEnd = sentence.at(-1)?.end ?? 0;
  const after = sentenceEnd ? tokens.filter(({ start }) => start >= sentenceEnd) : tokens;
  // A "no" or another type after a clause changes what the clause means.
  const isWhole = after.every(({ meaning }) => (meaning?.not ?? meaning?.type) === undefined);
  const clauses =
    isWhole && isOffered(mergePromptFilters(sentence.map(({ filters }) => filters)), options, index) ? sentence : [];
  const isCapital = ({ start }: Token) => {
    CAPITAL.lastIndex = folded.starts[start]!;
    return CAPITAL.test(text);
  };
  const findings = findingsOf(
    clauses.length > 0 ? after : tokens,
    options.today ?? today(),
    isCapital,
    options.languages[0]?.nounsAreCapital,
  );
  const genresOf = offeredGenres(options, index, undefined);
  const answers = clauses
    .flatMap((clause): Answer[] => {
      const { genres, media_type: type } = clause.filters;
      // The sentence names the genre of films only, if the choice has one of series too.
      const ids = type ? genres : genres?.flatMap((id) => (isOfSeries(id) ? [id] : numbers(genresOf(String(id)))));
      if (clause.kinds.length === 0) return [];
      const { start, end, kinds, filters: shown } = clause;
      return [{ start, end, said: { filters: { ...shown, ...(ids && { genres: ids }) }, shown, kinds } }];
    })
    .concat(answersOf(findings, clauses, { ...options, locale }, index));

  const labels = chipLabels({ locale, messages, labelOf: index.labelOf }, messages.summary.separator);
  const labelOf = memoized(labels, JSON.stringify);
  const chipOf = memoized(({ filters, shown = filters, choices }: Said) => {
    const offered = choices?.map((choice): PromptChoice => ({ label: labelOf(choice), filters: choice }));
    return { label: labelOf(shown) || (offered?.map(({ label }) => label).join(' / ') ?? ''), choices: offered };
  });
  const parts: PromptPart[] = [];
  const rest: PromptRest[] = [];
  const applied = new Set<Said>();
  let last = 0;
  for (const { start: from, end: to, said } of answers) {
    // Several words can come from one character, such as "⅐".
    const start = Math.max(folded.starts[from] ?? 0, last);
    const end = folded.ends[to - 1] ?? 0;
    if (start >= end) continue;
    last = end;
    const { filters, reason } = said;
    const words = text.slice(start, end);
    if (said.kinds) {
      applied.add(said);
      const { label, choices } = chipOf(said);
      if (choices) parts.push({ start, end, text: words, filters, label, choices });
      else parts.push({ start, end, text: words, filters, label });
    } else rest.push(reason ? { start, end, text: words, reason } : { start, end, text: words });
  }
  const mentioned = new Set<FilterKind>();
  for (const { kinds = [], choices } of applied) for (const kind of choices ? [] : kinds) mentioned.add(kind);
  return {
    filters: mergePromptFilters([...applied].map(({ filters }) => filters)),
    parts,
    mentioned: filterKinds.filter((kind) => mentioned.has(kind)),
    rest,
  };
}

const CAPITAL = /\p{Lu}\p{Ll}/uy;

/** Words of the text, and what they come to. Words that say the same share one object, because a long text repeats them. */
interface Answer {
  readonly start: number;
  readonly end: number;
  said: Said;
}

/** What words come to. Without `kinds`, they are not applied. */
interface Said {
  readonly filters: FilterSpec;
  /** What the chip shows, if that differs from the filters. */
  readonly shown?: FilterSpec;
  readonly kinds?: readonly FilterKind[];
  readonly choices?: readonly FilterSpec[];
  readonly reason?: PromptRestReason;
}

/** Applies what the type and the regions of the text allow. Later bounds replace earlier ones that contradict them. */
function answersOf(
  findings: readonly Finding[],
  clauses: readonly Clause[],
  options: PromptOptions & { readonly locale: string },
  index: PromptIndex,
): Answer[] {
  const written = mergePromptFilters(clauses.map(({ filters }) => filters));
  const types = new Set<MediaType>();
  const named = new Set(written.region);
  for (const finding of findings) {
    if (finding.kind !== 'type' && finding.kind !== 'ids') continue;
    if (finding.type) types.add(finding.type);
    if (finding.kind === 'ids') for (const region of finding.ids.regions ?? []) named.add(region);
  }
  const [only] = types;
  const { within } = options;
  const mediaType = clauses.length > 0 || types.size > 1 ? written.media_type : (only ?? within?.media_type);
  const regions = named.size > 0 ? [...named] : (within?.region ?? []);
  const genres = offeredGenres(options, index, mediaType);
  const isAvailable = options.isOfferedIn ?? isBuiltInProviderOfferedIn;
  const latest = releaseDateShortcuts(options.today)
    .slice(0, 2)
    .map(({ lower, upper }): FilterSpec => ({ with_release_date_gte: lower, with_release_date_lte: upper }));
  /** What ids mean for the type and the regions. */
  const answerFor = memoized(
    ({ ids, type }: Finding & { kind: 'ids' }): Said => {
      if (ids.genres) {
        const offered = ids.genres.map((id) => genres(id));
        const shown = ids.genres.flatMap((id, at) => (offered[at]!.includes(id) ? id : (offered[at]![0] ?? [])));
        if (shown.length === 0) return { filters: {}, reason: 'genre' };
        const ofType: FilterSpec = type && type === mediaType ? { media_type: type } : {};
        return {
          filters: { ...ofType, genres: numbers(offered.flat()) },
          shown: { ...ofType, genres: numbers(shown) },
          kinds: type ? ['mediaType', 'genres'] : ['genres'],
        };
      }
      if (ids.watchProviders) {
        const providers = providersFor(ids.watchProviders, regions, options.locale, isAvailable);
        if (providers.length === 0) return { filters: {}, reason: 'watchProvider' };
        return { filters: { with_watch_providers: providers }, kinds: ['watchProviders'] };
      }
      if (ids.keywords) return { filters: { keywords: numbers(ids.keywords) }, kinds: ['keywords'] };
      return { filters: { region: [...ids.regions!] }, kinds: ['regions'] };
    },
    // "Funny" and "sitcom" share their ids, but only one has a type.
    ({ ids, type }) => (type ? JSON.stringify([ids, type]) : ids),
  );
  const typeAnswer = memoized((type: MediaType): Said => ({
    filters: type === mediaType ? { media_type: type } : {},
    shown: { media_type: type },
    kinds: ['mediaType'],
  }));
  const unsureAnswer = memoized(({ filters, kinds = [] }: Said): Said => ({ filters: {}, kinds, choices: [filters] }));
  const rangeAnswer = memoized(({ filters, choices }: QuantityFilters): Said => {
    const kinds = kindsOf(choices?.[0] ?? filters);
    return { filters, kinds, ...(choices && { choices }) };
  });
  const vagueAnswer = memoized((wish: VagueWish): Said => {
    const choices = wish === 'new' ? latest : [suggestions[wish]];
    return { filters: {}, kinds: kindsOf(choices[0]!), choices };
  });
  const restAnswer = memoized((reason: PromptRestReason | undefined): Said => ({
    filters: {},
    ...(reason && { reason }),
  }));
  const answers: Answer[] = [];
  /** Places of the answers that are ranges. */
  const bounds = new Set<number>();
  for (const finding of findings) {
    const said = saidBy(finding);
    if (finding.kind === 'filters' && !said.choices) {
      for (const position of bounds) {
        if (!contradicts(answers[position]!.said.filters, said.filters)) continue;
        answers[position]!.said = replaced;
        bounds.delete(position);
      }
      bounds.add(answers.length);
    }
    answers.push({ start: finding.start, end: finding.end, said });
  }
  const ranges = [written, ...[...bounds].map((position) => answers[position]!.said.filters)];
  const remaining = memoized((said: Said): Said => {
    const choices = said.choices?.filter((choice) => ranges.every((range) => !reversedKeys(range, choice).length));
    return choices?.length ? { ...said, choices } : replaced;
  });
  for (const answer of answers) if (answer.said.choices) answer.said = remaining(answer.said);
  return answers;

  function saidBy(finding: Finding): Said {
    if (finding.kind === 'type') return typeAnswer(finding.type);
    if (finding.kind === 'filters') return rangeAnswer(finding.said);
    if (finding.kind === 'vague') return vagueAnswer(finding.wish);
    if (finding.kind === 'rest') return restAnswer(finding.reason);
    const { isUnsure, other } = finding;
    const said = answerFor(finding);
    if (!isUnsure || !said.kinds) return said;
    return other ? { filters: {}, kinds: said.kinds, choices: [other, said.filters] } : unsureAnswer(said);
  }
}

/** What words come to that a later bound contradicts. */
const replaced: Said = { filters: {}, reason: 'replaced' };

/** Returns a function that computes each value once, because a long text repeats its words. */
function memoized<Input, Output>(
  compute: (input: Input) => Output,
  keyOf: (input: Input) => unknown = (input) => input,
) {
  const known = new Map<unknown, Output>();
  return (input: Input): Output => {
    const key = keyOf(input);
    let output = known.get(key);
    if (output === undefined) {
      output = compute(input);
      known.set(key, output);
    }
    return output;
  };
}

const numbers = (ids: readonly string[]) => ids.map(Number);

const isOfSeries = (id: number) => filmGenres.has(String(id));

/** Whether the type has the genres of filters, and the regions have their watch providers. */
function isOffered(
  { media_type: type, genres, region, with_watch_providers: ids }: FilterSpec,
  options: PromptOptions,
  index: PromptIndex,
): boolean {
  const offered = offeredGenres(options, index, type);
  const isAvailable = options.isOfferedIn ?? isBuiltInProviderOfferedIn;
  return (
    (genres ?? []).every((id) => offered(String(id)).includes(String(id))) &&
    (!region || (ids ?? []).every((id) => isAvailable(id, region)))
  );
}

/** Returns a function that returns the genres that a word means for the type: films and series have different ones. */
function offeredGenres({ genresOf }: PromptOptions, { genres }: PromptIndex, mediaType: MediaType | undefined) {
  const own = genreIdsFor(mediaType).map(String);
  const ofApp = genresOf && new Set(genresOf(mediaType).map(({ id }) => id));
  const isOfOtherType = (id: string) => !own.includes(id) && genreIdsFor(undefined).includes(Number(id));
  const isIn = (id: string) => (ofApp ? ofApp.has(id) : genres.has(id) && !isOfOtherType(id));
  return (id: string): string[] => {
    const related = [...filmGenres].flatMap(([series, films]) =>
      series === id ? films : films.includes(id) ? [series] : [],
    );
    const named = isIn(id) ? [id] : [];
    // Without a type, a genre of films and that of series are one choice.
    return mediaType && named.length > 0 ? named : [...named, ...related.filter(isIn)];
  };
}

/** Returns the ids of one name that are available in the regions: "Prime Video" has one in the US, another elsewhere. */
function providersFor(
  ids: readonly string[],
  regions: readonly string[],
  locale: string,
  isAvailable: NonNullable<PromptOptions['isOfferedIn']>,
): string[] {
  if (regions.length > 0) {
    const named = ids.filter((id) => isAvailable(id, regions));
    const isTwin = named.length === 0 && twinProviders.includes(ids[0]!);
    return isTwin ? twinProviders.filter((id) => isAvailable(id, regions)) : named;
  }
  if (ids.length === 1) return [...ids];
  const [, region] = /^[a-z]+(?:-[a-z]{3})*(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(locale) ?? [];
  return [ids.find((id) => region && isAvailable(id, [region.toUpperCase()])) ?? ids[0]!];
}

/** Watch providers with one name. */
const twinProviders: readonly string[] = ['119', '9'];

const isBuiltInProviderOfferedIn = (id: string, regions: readonly string[]): boolean => {
  const provider = watchProviders.find((known) => known.id === id);
  return !provider || regions.some((region) => isOfferedIn(provider, region));
};

/** The ranges that a wish without a number can mean, except "new". */
const suggestions: Readonly<Record<Exclude<VagueWish, 'new'>, FilterSpec>> = {
  short: { with_runtime_lte: 90 },
  notLong: { with_runtime_lte: 120 },
  long: { with_runtime_gte: 120 },
  old: { with_release_date_lte: '1999-12-31' },
};

const rangeKeys = filterKinds.filter(isRangeKind).map((kind) => filterFields[kind].keys);
const allRangeKeys = rangeKeys.flat();

/** Whether two filters set the same bound, or bounds in the wrong order. */
function contradicts(earlier: FilterSpec, later: FilterSpec): boolean {
  const isSame = allRangeKeys.some((key) => later[key] !== undefined && earlier[key] !== undefined);
  return isSame || reversedKeys(earlier, later).length > 0;
}

/** Returns the keys of the bounds that two filters set in the wrong order. */
function reversedKeys(earlier: FilterSpec, later: FilterSpec) {
  return rangeKeys
    .filter((keys) => {
      const [lower, upper] = keys.map((key) => later[key] ?? earlier[key]);
      const isInBoth = [earlier, later].every((filters) => keys.some((key) => filters[key] !== undefined));
      return isInBoth && !isOrdered(lower, upper);
    })
    .flat();
}

/** Returns filters with all choices of several ones. The last of two bounds in the wrong order counts. */
export function mergePromptFilters(all: Iterable<FilterSpec>): FilterSpec {
  const filters: Record<string, unknown> = {};
  for (const one of all) {
    for (const key of reversedKeys(filters, one)) delete filters[key];
    for (const [key, value] of Object.entries(one)) {
      const known = filters[key];
      if (Array.isArray(known) && Array.isArray(value)) known.push(...(value as unknown[]));
      else filters[key] = Array.isArray(value) ? [...(value as unknown[])] : (value as unknown);
    }
  }
  return canonicalFilters(filters);
}

/** Returns a function that returns the text of a chip. */
function chipLabels(options: FilterTextOptions, separator: string): (filters: FilterSpec) => string {
  return (filters) => {
    const active = activeFilters(filters, options);
    const lists = filterKinds.map((kind) => active.filter((filter) => filter.kind === kind).map(({ label }) => label));
    const texts = lists.map((list) =>
      list.length > 1 ? formatList(list, options.locale ?? 'en', 'disjunction') : list[0],
    );
    return texts.filter(Boolean).join(separator);
  };
}
