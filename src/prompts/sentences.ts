import type { FilterSpec } from '../filters/filterSpec.js';
import { filterFields, type ChoicesKind, type FilterKind } from '../filters/filterFields.js';
import type { VocabularyKind } from '../filters/vocabulary/vocabulary.js';
import { numberFormatOf } from '../messages/formatMessage.js';
import { formatList } from '../messages/locale.js';
import type { Message, Messages } from '../messages/messages.js';
import { fold } from './fold.js';
import type { WordsAt } from './trie.js';

/** Ids with a label, by kind. */
export type Labels = Partial<Record<VocabularyKind, string>>;

/** A clause of a sentence of `describeFilter`. Offsets are those of the folded text. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly kinds: readonly FilterKind[];
  readonly filters: FilterSpec;
}

/** Words and placeholders of a message. */
interface Template {
  readonly pieces: readonly (string | { readonly name: string })[];
  readonly kinds: readonly FilterKind[];
  /** Values that the template has without a placeholder. */
  readonly filters: FilterSpec;
}

type Summary = Messages['summary'];

/** What has been read of a template: where it ends, and what it says. */
interface Progress {
  readonly end: number;
  readonly filters: FilterSpec;
}

/** Longest list that is read. */
const MOST_CHOICES = 500;

const choicesOf: Readonly<Record<string, ChoicesKind>> = {
  genres: 'genres',
  keywords: 'keywords',
  regions: 'regions',
  providers: 'watchProviders',
};

/** Reads the clauses at the beginning of a folded text that form a sentence, up to its end or a separator. */
export type SentenceReader = (text: string) => Clause[];

/** Returns a function that reads sentences that `describeFilter` writes, with the labels of options. */
export function sentenceReader(labels: WordsAt<Labels>, summary: Summary, locale: string): SentenceReader {
  const template = (key: keyof Summary, kinds: readonly FilterKind[], filters: FilterSpec = {}) =>
    templatesOf(summary[key], kinds, filters);
  const ofType = (filters: FilterSpec, whole: keyof Summary, of: keyof Summary) => [
    ...template(of, ['mediaType', 'genres'], filters),
    ...template(whole, ['mediaType'], filters),
  ];
  const separator = fold(summary.separator).text;
  const everything = fold(summary.everything).text;
  /** Templates of each clause, in the order of the sentence. */
  const order: readonly (readonly Template[])[] = [
    [
      ...ofType({}, 'all', 'allOf'),
      ...ofType({ media_type: 'movie' }, 'movie', 'movieOf'),
      ...ofType({ media_type: 'tv' }, 'tv', 'tvOf'),
    ],
    template('keywords', ['keywords']),
    (['Between', 'From', 'To'] as const).flatMap((end) => template(`runtime${end}`, ['runtime'])),
    (['Between', 'From', 'To', 'In'] as const).flatMap((end) => template(`released${end}`, ['releaseDate'])),
    [
      ...template('providersIn', ['watchProviders', 'regions']),
      ...template('providers', ['watchProviders']),
      ...template('regions', ['regions']),
    ],
  ];
  const joiners = joinersOf(locale);
  const group = fold(/\p{Nd}(\P{Nd}+)/u.exec(numberFormatOf(locale).format(1_234_567))?.[1] ?? ',').text;
  const dates = datesOf(locale);

  return (text) => {
    const length = text.trimEnd().length;
    if (text.slice(0, length) === everything) return [{ start: 0, end: length, kinds: [], filters: {} }];
    const clauses: Clause[] = [];
    let start = 0;
    for (const templates of order) {
      const clause = clauseAt(text, start, length, templates);
      if (clause) clauses.push(clause);
      else if (clauses.length === 0) return [];
      if (clause?.end === length) break;
      if (clause) start = clause.end + separator.length;
    }
    return clauses;
  };

  /** Returns the longest clause at a position. */
  function clauseAt(text: string, start: number, length: number, templates: readonly Template[]): Clause | undefined {
    let longest: Clause | undefined;
    for (const { pieces, kinds, filters } of templates) {
      const read = piecesAt(text, { end: start, filters }, pieces, length);
      if (read && read.end > (longest?.end ?? start)) longest = { start, kinds, ...read };
    }
    return longest;
  }

  function piecesAt(text: string, from: Progress, pieces: Template['pieces'], length: number): Progress | undefined {
    const [piece, ...rest] = pieces;
    if (piece === undefined) {
      const isEnd = from.end === length || (from.end < length && text.startsWith(separator, from.end));
      return isEnd ? from : undefined;
    }
    if (typeof piece === 'string') {
      if (!text.startsWith(piece, from.end)) return undefined;
      return piecesAt(text, { ...from, end: from.end + piece.length }, rest, length);
    }
    for (const read of valuesAt(text, from, piece.name)) {
      const whole = piecesAt(text, read, rest, length);
      if (whole) return whole;
    }
    return undefined;
  }

  /** Returns the values of a placeholder at a position, the longest first. */
  function valuesAt(text: string, { end, filters }: Progress, name: string): Progress[] {
    const kind = choicesOf[name];
    if (kind) {
      const key = filterFields[kind].keys[0];
      return listsAt(text, end, kind).map((list) => ({
        end: list.end,
        filters: { ...filters, [key]: kind === 'genres' || kind === 'keywords' ? list.ids.map(Number) : list.ids },
      }));
    }
    if (name === 'min' || name === 'max') {
      const number = numberAt(text, end);
      const key = name === 'min' ? 'with_runtime_gte' : 'with_runtime_lte';
      return number ? [{ end: number.end, filters: { ...filters, [key]: number.value } }] : [];
    }
    return dates.flatMap((read): Progress[] => {
      const date = read(text, end);
      if (!date) return [];
      return [
        {
          end: date.end,
          filters: {
            ...filters,
            ...(name !== 'to' && { with_release_date_gte: date.first }),
            ...(name !== 'from' && { with_release_date_lte: date.last }),
          },
        },
      ];
    });
  }

  /** Returns the lists of labels at a position, the longest first. A label is never split at a joiner. */
  function listsAt(text: string, start: number, kind: ChoicesKind): { end: number; ids: string[] }[] {
    const lists: { end: number; ids: string[] }[] = [];
    let ids: string[] = [];
    let position: number | undefined = start;
    while (position !== undefined && ids.length < MOST_CHOICES) {
      const found: { end: number; ids: string[] }[] = [];
      labels(text, position, (end, { [kind]: id }) => {
        if (id !== undefined) found.push({ end, ids: [...ids, id] });
      });
      const [longest] = found;
      if (!longest) break;
      lists.unshift(...found);
      ids = longest.ids;
      const { end } = longest;
      const joiner = joiners.find((words) => text.startsWith(words, end));
      position = joiner === undefined ? undefined : end + joiner.length;
    }
    return lists;
  }

  function numberAt(text: string, start: number): { end: number; value: number } | undefined {
    let digits = '';
    let end = start;
    for (let position = start; position < text.length; position += 1) {
      if (/\d/.test(text[position]!)) {
        digits += text[position]!;
        end = position + 1;
      } else if (!digits || text[position] !== group) break;
    }
    return digits && digits.length <= 16 ? { end, value: Number(digits) } : undefined;
  }
}

interface DateMatch {
  readonly end: number;
  readonly first: string;
  readonly last: string;
}

/** Returns the templates of a message: one for each plural form. Forms without a number are those of their category. */
function templatesOf(message: Message, kinds: readonly FilterKind[], filters: FilterSpec): Template[] {
  const forms = typeof message === 'string' ? { other: message } : message;
  const counts: Readonly<Record<string, number>> = { zero: 0, one: 1, two: 2 };
  return Object.entries(forms).flatMap(([category, form]) => {
    if (typeof form !== 'string') return [];
    const pieces = form
      .split(/(\{\w+\})/)
      .filter(Boolean)
      .map((piece) => (/^\{\w+\}$/.test(piece) ? { name: piece.slice(1, -1) } : fold(piece).text));
    const isCounted = kinds[0] === 'runtime' && pieces.every((piece) => typeof piece === 'string');
    const count = counts[category];
    if (!isCounted) return [{ pieces, kinds, filters }];
    // The other forms of the message say which bound it is.
    const key = JSON.stringify(forms).includes('{min}') ? 'with_runtime_gte' : 'with_runtime_lte';
    return count === undefined ? [] : [{ pieces, kinds, filters: { [key]: count } }];
  });
}

// What follows takes whole texts apart, because Hermes, the engine of React Native, has no `formatToParts` on iOS.

/** Returns what stands between the items of a list, the longest first. Spanish has two words for "or". */
function joinersOf(locale: string): string[] {
  const lists = [
    ['0', '0'],
    ['0', 'o0'],
    ['0', '0', '0', '0'],
    ['0', '0', 'o0'],
  ];
  const joiners = lists.flatMap((list) => fold(formatList(list, locale, 'disjunction')).text.split(/o?0/));
  return [...new Set(joiners.filter(Boolean))].sort((a, b) => b.length - a.length);
}

/**
 * Returns functions that read a day and a year, as `formatCalendarDate` and `formatYear` write them: one for the days of
 * each month, and one for years.
 */
function datesOf(locale: string): ((text: string, at: number) => DateMatch | undefined)[] {
  const settings = { calendar: 'gregory', timeZone: 'UTC' } as const;
  const day = new Intl.DateTimeFormat([locale, 'en'], { ...settings, dateStyle: 'medium' });
  const year = new Intl.DateTimeFormat([locale, 'en'], { ...settings, year: 'numeric' });
  const days = Array.from({ length: 12 }, (_, month) => day.format(Date.UTC(2000, month, 15)));
  return [...days, year.format(Date.UTC(2000, 0, 15))].map((written, index) => {
    const literal = fold(written).text.replaceAll(/[.*+?^$(){}|[\]\\]/g, '\\$&');
    const pattern = new RegExp(
      literal.replaceAll(/\d+/g, (number) => digitsOf[number] ?? `0?${Number(number)}`),
      'y',
    );
    return (text, at) => {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (!found?.groups) return undefined;
      const { y = '', d } = found.groups;
      const date = (month: number, dayOfMonth = d) =>
        [y.padStart(4, '0'), String(month).padStart(2, '0'), dayOfMonth?.padStart(2, '0')].join('-');
      const [first, last] = d ? [date(index + 1), date(index + 1)] : [date(1, '01'), date(12, '31')];
      return { end: pattern.lastIndex, first, last };
    };
  });
}

/** Digits in place of those of 15 January 2000. The others are those of a month. */
const digitsOf: Readonly<Record<string, string>> = { 2000: '(?<y>\\d{1,4})', 15: '(?<d>\\d{1,2})' };
