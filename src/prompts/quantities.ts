import type { FilterSpec } from '../filters/filterSpec.js';
import type { PromptBound } from './language.js';
import type { Meaning } from './promptIndex.js';
import type { Token } from './tokens.js';

/** A length or a time of release in a text. */
export interface Quantity {
  /** Index after its last token. */
  readonly next: number;
  /** Whether a word says which bound it is. */
  readonly isBounded: boolean;
  /** Whether it is a year that nothing stands beside, which can be a part of a title. */
  readonly isBareYear: boolean;
  readonly filters: FilterSpec;
  /** Filters to choose from, if the words leave more than one. */
  readonly choices?: readonly FilterSpec[];
}

/** A length in minutes, or years. */
interface Span {
  readonly kind: 'minutes' | 'years';
  readonly next: number;
  readonly first: number;
  readonly last: number;
  readonly isLeast?: boolean;
  readonly isYear?: boolean;
}

/** A length, years, a number of years, or a number without a unit. */
type Value =
  | Span
  | { readonly kind: 'lastYears'; readonly next: number; readonly count: number; readonly isSaid: boolean }
  | { readonly kind: 'number'; readonly next: number; readonly number: number };

const meaningAt = (tokens: readonly Token[], at: number): Meaning => tokens[at]?.meaning ?? {};

const AROUND_MINUTES = 10;
const FIRST_YEAR = 1870;
const LAST_YEAR = 2100;
/** First number word that names a decade: "anni trenta". */
const FIRST_TEN = 30;
/** Best rating. Up to it, or after a word for a rating, a unit that also counts points is no minute: Chinese 分. */
const MOST_POINTS = 10;
/** Longest length that a text can name. */
export const MOST_MINUTES = 300;

/** What a bound is under a negation: "not longer than" is "up to". */
const opposites: Readonly<Partial<Record<PromptBound, PromptBound>>> = {
  to: 'after',
  before: 'from',
  from: 'before',
  after: 'to',
};

/** Reads the quantity that starts at a token, with the words of its bound. */
export function quantityAt(tokens: readonly Token[], at: number, day: string): Quantity | undefined {
  const thisYear = Number(day.slice(0, 4));
  const { pre: first, not } = meaningAt(tokens, at);
  const isNegated = !first && not === 'pre';
  if (!first && !isNegated) return read(at, undefined);
  // "in the last 5 years": the last bound counts. A word such as "the" may follow.
  let start = at + 1;
  let said = first;
  while (start <= at + 4 && start < tokens.length) {
    const { meaning: next, mark } = tokens[start]!;
    if (next?.number === undefined && next?.pre) said = next.pre === 'in' ? said : next.pre;
    else if (mark !== '-' && (!next?.filler || (next.number ?? next.decadeMark ?? next.unit) !== undefined)) break;
    start += 1;
  }
  if (isNegated) said &&= opposites[said];
  return said && read(start, said);

  function read(from: number, before: PromptBound | undefined): Quantity | undefined {
    let value = valueAt(tokens, from, thisYear);
    if (!value) return undefined;
    for (let more: Value | undefined = value; more;) {
      value = more;
      more = joinedYears(value, valueAt(tokens, afterLinks(tokens, value.next), thisYear));
    }
    let until: Value | undefined;
    if (meaningAt(tokens, value.next).range) {
      let next = afterLinks(tokens, value.next);
      const isBound = meaningAt(tokens, next).pre === 'to';
      if (isBound) next += 1;
      // "not less than 90 minutes and at most 2 hours" are two bounds.
      until = isBound && isNegated ? undefined : valueAt(tokens, next, thisYear);
      // "90–120 min": the unit of the second number is that of the first one too.
      if (until?.kind === 'minutes' && value.kind === 'number')
        value = minutes(value.number * (value.number < 10 && until.first >= 60 ? 60 : 1), value.next);
      if (until?.kind !== value.kind) until = undefined;
    }
    if (until && isNegated) return undefined;
    const last = until ?? value;
    const { filler, service } = meaningAt(tokens, last.next);
    const isSkipped = filler && service !== 'pre' && !boundAfter(last.next);
    const place = isSkipped ? last.next + 1 : last.next;
    const after = boundAfter(place);
    const next = after ? place + 1 : last.next;
    const bound =
      after && after !== 'in' && before !== 'last'
        ? after
        : (before ?? after ?? (value.kind === 'minutes' && value.isLeast ? 'from' : undefined));
    const isBounded = bound !== undefined || until !== undefined;
    const isBareYear = !isBounded && value.kind === 'years' && !!value.isYear;
    const made = filtersOf(value, until, bound, thisYear);
    return made && { next, isBounded, isBareYear, ...made };
  }

  /** Returns the bound of a word after a quantity, unless it belongs to what follows, as "on" in "2019 on Netflix". */
  function boundAfter(index: number): PromptBound | undefined {
    const { pre, post, service } = meaningAt(tokens, index);
    const { meaning, digits } = tokens[index + 1] ?? {};
    const belongsToNext = pre !== undefined && (digits ?? meaning?.number) !== undefined;
    return belongsToNext || (service && meaning?.ids?.watchProviders) ? undefined : post;
  }
}

/** Returns the index after at most three words between years: "or in the". */
function afterLinks(tokens: readonly Token[], at: number): number {
  for (let next = at; next < at + 3; next += 1) {
    const { filler, number, range, pre } = meaningAt(tokens, next);
    if (number !== undefined || !(isJoiner(tokens[next]) || range || filler || pre === 'in')) return next;
  }
  return at + 3;
}

/** Returns the years of two values if one follows the other: "80s or 90s", "70 or 80s", "los 70 y 80", 八九十年代. */
function joinedYears(value: Value, next: Value | undefined): Span | undefined {
  const [one, other] = [yearsIn(value, next), yearsIn(next, value)];
  return one && other?.first === one.last + 1 ? years(one.first, other.last - one.first + 1, other.next) : undefined;
}

/** Returns the years of a value, or the decade that a number is beside another decade. */
function yearsIn(value: Value | undefined, beside: Value | undefined): Span | undefined {
  if (value?.kind === 'years') return value;
  if (value?.kind !== 'number' || beside?.kind !== 'years' || beside.isYear) return undefined;
  const first = decadeOf(value.number < 10 ? value.number * 10 : value.number);
  return first === undefined ? undefined : years(first, 10, value.next);
}

/** Reads a length, a year, a decade, a number of years or a number. */
function valueAt(tokens: readonly Token[], at: number, thisYear: number): Value | undefined {
  const meaning = meaningAt(tokens, at);
  if (meaning.yearsAgo !== undefined) return years(thisYear - meaning.yearsAgo, 1, at + 1);
  if (meaning.decade !== undefined && meaning.number === undefined) {
    const { decadeMark, unit } = meaningAt(tokens, at + 1);
    return years(meaning.decade, 10, decadeMark === 'post' || unit === 'year' ? at + 2 : at + 1);
  }
  if (meaning.decadeMark === 'pre') {
    const next = afterLinks(tokens, at + 1);
    const { digits, meaning: word } = tokens[next] ?? {};
    const after = meaningAt(tokens, next + 1).decadeMark === 'post' ? next + 2 : next + 1;
    const number = digits ?? (Number(word?.number) >= FIRST_TEN ? word?.number : undefined);
    // "los 90 minutos"
    if (isLength(meaningAt(tokens, next + 1))) return valueAt(tokens, next, thisYear);
    const first = word?.decade ?? (number === undefined ? undefined : decadeOf(number));
    return first === undefined ? undefined : years(first, 10, after);
  }
  let { number, next } = numberAt(tokens, at);
  if (number === undefined) {
    // "hora y media": a unit alone is one, if a half follows.
    if (meaning.unit !== 'hour' || !meaningAt(tokens, at + 1).half) return undefined;
    number = 1;
  }
  // Arabic "minus a quarter" takes from the hours before it.
  if (number < 0) return undefined;
  if (meaningAt(tokens, next).half && meaningAt(tokens, next + 1).unit) {
    number += 0.5;
    next += 1;
  }
  // "150+ minutes"
  const isLeast = tokens[next]?.mark === '+' && isLength(meaningAt(tokens, next + 1));
  if (isLeast) next += 1;
  const after = meaningAt(tokens, next);
  if (after.decadeMark === 'post') {
    const first = decadeOf(number);
    if (first !== undefined) return years(first, 10, next + 1);
  }
  const isYear = Number.isInteger(number) && number >= FIRST_YEAR && number <= LAST_YEAR;
  if (isYear && !isLength(meaningAt(tokens, next)))
    return { ...years(number, 1, after.unit === 'year' ? next + 1 : next), isYear: true };
  if (after.unit === 'year' || after.unit === 'lastYears')
    return { kind: 'lastYears', count: number, isSaid: after.unit === 'lastYears', next: next + 1 };
  const isRated = number <= MOST_POINTS || meaningAt(tokens, at - 1).reason === 'rating';
  if (after.unit === 'minute' && !(after.reason && isRated)) return { ...minutes(number, next + 1), isLeast };
  if (after.unit === 'hour') return { ...hoursAt(tokens, next + 1, number), isLeast };
  return { kind: 'number', number, next };
}

/** Whether a token stands between choices. */
export const isJoiner = (token: Token | undefined) =>
  !!token?.meaning?.joiner || token?.mark === ',' || token?.mark === '、';

const isLength = ({ unit }: Meaning) => !!unit && ['minute', 'hour'].includes(unit);

/** Reads digits, or number words of one or several parts: "a hundred and ten", "forty-five". */
function numberAt(tokens: readonly Token[], at: number): { number: number | undefined; next: number } {
  const { digits, meaning } = tokens[at] ?? {};
  if (digits !== undefined) return { number: digits, next: at + 1 };
  let number = meaning?.number;
  // Some words are a number with its unit, as Arabic "two hours" is.
  if (number === undefined || meaning?.unit) return { number, next: at };
  let next = at + 1;
  while (number) {
    const { meaning: link, mark } = tokens[next] ?? {};
    const place = link?.range && (link.joiner ?? mark) ? next + 1 : next;
    const part = meaningAt(tokens, place).number;
    if (!part || part % 1) break;
    // "soixante-quinze"
    if (number < 20 || part >= (number % 100 ? 20 : 100) || number % 10) break;
    number += part;
    next = place + 1;
  }
  return { number, next };
}

/** Reads what follows hours: "and a half", "30", "and 15 minutes". */
function hoursAt(tokens: readonly Token[], at: number, hours: number): Span {
  const whole = hours * 60;
  if (meaningAt(tokens, at).half) return minutes(whole + 30, at + 1);
  const { joiner, range } = meaningAt(tokens, at);
  const more = (joiner ?? range) && !tokens[at]!.mark ? at + 1 : at;
  const { number: extra, next } = numberAt(tokens, more);
  const { unit, decadeMark } = meaningAt(tokens, next);
  // A bare number belongs to the hours if another unit does not follow: "1h30", "an hour and fifteen".
  const isBare = !(unit ?? decadeMark) && (Number(extra) >= 10 || tokens[at]?.digits);
  if (extra === undefined || extra >= 60 || !(unit === 'minute' || isBare)) return minutes(whole, at);
  return minutes(whole + extra, unit ? next + 1 : next);
}

function minutes(count: number, next: number): Span {
  return { kind: 'minutes', first: count, last: count, next };
}

function years(first: number, count: number, next: number): Span {
  return { kind: 'years', first, last: first + count - 1, next };
}

/** Returns the first year of a decade, from four digits or two. Those of this century are up to the twenties. */
function decadeOf(number: number): number | undefined {
  if (number % 10 !== 0 || number >= LAST_YEAR) return undefined;
  if (number >= FIRST_YEAR) return number;
  return number > 90 || number < 0 ? undefined : number + (number < 30 ? 2000 : 1900);
}

function filtersOf(
  value: Value,
  until: Value | undefined,
  bound: PromptBound | undefined,
  thisYear: number,
): Pick<Quantity, 'filters' | 'choices'> | undefined {
  if (value.kind === 'number') return undefined;
  if (value.kind === 'lastYears') {
    if (!value.isSaid && bound !== 'last') return undefined;
    if (!Number.isInteger(value.count) || value.count < 1 || value.count > thisYear - FIRST_YEAR) return undefined;
    return { filters: released(thisYear - value.count + 1, thisYear) };
  }
  const { kind, first, last } = value;
  const isRuntime = kind === 'minutes';
  // "After 2015" is from 2016.
  const [range, step] = isRuntime ? [runtime, 0] : [released, 1];
  const end = until?.kind === kind ? until.last : undefined;
  if (isRuntime && (end ?? last) > MOST_MINUTES) return undefined;
  if (end !== undefined) return first <= end ? { filters: range(first, end) } : undefined;
  if (bound === 'to') return { filters: range(undefined, last) };
  if (bound === 'before') return { filters: range(undefined, first - step) };
  if (bound === 'from') return { filters: range(first, undefined) };
  if (bound === 'after') return { filters: range(last + step, undefined) };
  const isExact = bound !== 'around' && bound !== 'last';
  if (!isRuntime) return isExact ? { filters: released(first, last) } : undefined;
  const around = runtime(first - AROUND_MINUTES, first + AROUND_MINUTES);
  return bound === 'around' ? { filters: around } : { filters: {}, choices: [runtime(undefined, first), around] };
}

function runtime(from: number | undefined, to: number | undefined): FilterSpec {
  return {
    ...(from !== undefined && { with_runtime_gte: Math.max(0, Math.round(from)) }),
    ...(to !== undefined && { with_runtime_lte: Math.round(to) }),
  };
}

function released(from: number | undefined, to: number | undefined): FilterSpec {
  return {
    ...(from !== undefined && { with_release_date_gte: `${from}-01-01` }),
    ...(to !== undefined && { with_release_date_lte: `${to}-12-31` }),
  };
}
