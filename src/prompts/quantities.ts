import type { FilterSpec } from '../filters/filterSpec.js';
import type { PromptBound } from './language.js';
import { nothing, type Meaning } from './promptIndex.js';
import { isUnknownWord, type Token } from './tokens.js';

/** A length or a time of release in a text. */
export interface Quantity {
  /** Index after its last token. */
  readonly next: number;
  /** Whether a word says which bound it is. */
  readonly isBounded: boolean;
  /** Whether it is a year that nothing stands beside, which can be a part of a title. */
  readonly isBareYear: boolean;
  readonly said: QuantityFilters;
}

/** What a quantity says. Equal ones share an object, because a long text repeats them. */
export interface QuantityFilters {
  readonly filters: FilterSpec;
  /** Filters to choose from, if the words leave more than one. */
  readonly choices?: readonly FilterSpec[];
}

/** A length, years, a number of years, or a number without a unit. */
interface Value {
  readonly kind: 'minutes' | 'years' | 'lastYears' | 'number';
  readonly next: number;
  readonly first: number;
  readonly last: number;
  /** Whether the text says more than a number and a unit: "150+ minutes", a year, "dernières années". */
  readonly isSaid: boolean;
}

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

/** Returns a function that reads the quantity that starts at a token, with the words of its bound. */
export function quantityReader(tokens: readonly Token[], day: string): (at: number) => Quantity | undefined {
  const thisYear = Number(day.slice(0, 4));
  const known = new Map<string, QuantityFilters | undefined>();
  const meaningAt = (at: number) => tokens[at]?.meaning ?? nothing;
  /** The latest value that was read, because each is needed several times. */
  let latest: { readonly at: number; readonly value: Value | undefined } | undefined;

  return (at) => {
    const { pre: first, not } = meaningAt(at);
    const isNegated = !first && not === 'pre';
    if (!first && !isNegated) return read(at, undefined, false);
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
    return said && read(start, said, isNegated);
  };

  function read(from: number, before: PromptBound | undefined, isNegated: boolean): Quantity | undefined {
    let value = valueAt(from);
    if (!value) return undefined;
    for (let more: Value | undefined = value; more;) {
      value = more;
      more = joinedYears(value);
    }
    let until: Value | undefined;
    if (meaningAt(value.next).range) {
      let next = afterLinks(value.next);
      const { pre } = meaningAt(next);
      const isBound = pre === 'to' || pre === 'around';
      if (isBound) next += 1;
      // "not less than 90 minutes and at most 2 hours" are two bounds.
      until = isBound && isNegated ? undefined : valueAt(next);
      // "90–120 min": the unit of the second number is that of the first one too.
      if (until?.kind === 'minutes' && value.kind === 'number')
        value = valueOf('minutes', value.next, value.first * (value.first < 10 && until.first >= 60 ? 60 : 1));
      // "2010–15"
      const isShort = until && until.first < 100 && until.kind !== 'minutes' && !meaningAt(value.next).joiner;
      if (isShort && value.kind === 'years' && value.isSaid)
        until = valueOf(value.kind, until!.next, value.first - (value.first % 100) + until!.first);
      if (until?.kind !== value.kind) until = undefined;
    }
    if (until && isNegated) return undefined;
    const { kind, first, isSaid } = value;
    if (kind === 'number') return undefined;
    const { next: end, last } = until ?? value;
    const { filler, service } = meaningAt(end);
    const isSkipped = filler && service !== 'pre' && !boundAfter(end);
    const place = isSkipped ? end + 1 : end;
    const after = boundAfter(place);
    const bound =
      after && after !== 'in' && before !== 'last'
        ? after
        : (before ?? after ?? (kind === 'minutes' && isSaid ? 'from' : undefined));
    if (kind === 'years' && !until && (bound ?? 'in') === 'in' && isOpen(end)) return undefined;
    const key = `${kind} ${first} ${last} ${until?.first} ${isSaid} ${bound}`;
    if (!known.has(key)) known.set(key, filtersOf(value, until, bound));
    const said = known.get(key);
    const isBounded = bound !== undefined || until !== undefined;
    const isBareYear = !isBounded && kind === 'years' && isSaid;
    return said && { next: after ? place + 1 : end, isBounded, isBareYear, said };
  }

  /** Whether words after years can make them a bound that no language lists: "1990 or thereabouts", "1990 and before". */
  function isOpen(at: number): boolean {
    const { joiner, range } = meaningAt(at);
    if (!joiner && !range) return false;
    const next = afterLinks(at);
    if (isUnknownWord(tokens[next]) || (joiner && !tokens[next])) return true;
    return meaningAt(next).pre ? !valueAt(next + 1) : !!boundAfter(next);
  }

  /** Returns the bound of a word after a quantity, unless it belongs to what follows, as "on" in "2019 on Netflix". */
  function boundAfter(index: number): PromptBound | undefined {
    const { pre, post, service } = meaningAt(index);
    if (!post) return undefined;
    const { number, ids } = meaningAt(index + 1);
    const belongsToNext = pre !== undefined && (tokens[index + 1]?.digits ?? number) !== undefined;
    return belongsToNext || (service && ids?.watchProviders) ? undefined : post;
  }

  /** Returns the index after at most three words between years: "or in the". */
  function afterLinks(at: number): number {
    for (let next = at; next < at + 3; next += 1) {
      const { filler, number, range, pre } = meaningAt(next);
      if (number !== undefined || !(isJoiner(tokens[next]) || range || filler || pre === 'in')) return next;
    }
    return at + 3;
  }

  /** Returns the years of a value and the next one that follow each other: "80s or 90s", "70 or 80s", 八九十年代. */
  function joinedYears(value: Value): Value | undefined {
    if (value.kind !== 'years' && value.kind !== 'number') return undefined;
    const next = valueAt(afterLinks(value.next));
    const [one, other] = [yearsIn(value, next), yearsIn(next, value)];
    return one && other?.first === one.last + 1 ? valueOf('years', other.next, one.first, other.last) : undefined;
  }

  function valueAt(at: number): Value | undefined {
    if (latest?.at !== at) latest = { at, value: readValue(at) };
    return latest.value;
  }

  /** Reads a length, a year, a decade, a number of years or a number. */
  function readValue(at: number): Value | undefined {
    const meaning = meaningAt(at);
    if (meaning.yearsAgo !== undefined) return valueOf('years', at + 1, thisYear - meaning.yearsAgo);
    if (meaning.decade !== undefined && meaning.number === undefined) {
      const { decadeMark, unit } = meaningAt(at + 1);
      return decadeFrom(meaning.decade, decadeMark === 'post' || unit === 'year' ? at + 2 : at + 1);
    }
    if (meaning.decadeMark === 'pre') {
      const next = afterLinks(at + 1);
      const word = meaningAt(next);
      const { unit, decadeMark, type, ids, reason } = meaningAt(next + 1);
      // "los 90 minutos"
      if (isLength(unit)) return valueAt(next);
      // "los 10 mejores", but "comedias de los 90 divertidas"
      if (meaning.filler && !meaning.unit) {
        const isAlone = meaningAt(at - 1).pre !== 'in' && (ids?.genres ?? isUnknownWord(tokens[next + 1]));
        if (unit ?? type ?? (isAlone || reason === 'rating')) return undefined;
      }
      const number = tokens[next]?.digits ?? (Number(word.number) >= FIRST_TEN ? word.number : undefined);
      return decadeFrom(word.decade ?? firstOfDecade(number), decadeMark === 'post' ? next + 2 : next + 1);
    }
    let [number, next] = numberAt(at);
    if (number === undefined) {
      // "hora y media": a unit alone is one, if a half follows.
      if (meaning.unit !== 'hour' || !meaningAt(at + 1).half) return undefined;
      number = 1;
    }
    // Arabic "minus a quarter" takes from the hours before it.
    if (number < 0) return undefined;
    if (meaningAt(next).half && meaningAt(next + 1).unit) {
      number += 0.5;
      next += 1;
    }
    // "150+ minutes"
    const isLeast = tokens[next]?.mark === '+' && isLength(meaningAt(next + 1).unit);
    if (isLeast) next += 1;
    const { decadeMark, unit, reason } = meaningAt(next);
    const decade = decadeMark === 'post' ? decadeFrom(firstOfDecade(number), next + 1) : undefined;
    if (decade) return decade;
    const isYear = Number.isInteger(number) && number >= FIRST_YEAR && number <= LAST_YEAR;
    if (isYear && !isLength(unit)) return valueOf('years', unit === 'year' ? next + 1 : next, number, number, true);
    if (unit === 'year' || unit === 'lastYears')
      return valueOf('lastYears', next + 1, number, number, unit === 'lastYears');
    const isRated = number <= MOST_POINTS || meaningAt(at - 1).reason === 'rating';
    if (unit === 'minute' && !(reason && isRated)) return valueOf('minutes', next + 1, number, number, isLeast);
    return unit === 'hour' ? hoursAt(next + 1, number * 60, isLeast) : valueOf('number', next, number);
  }

  /** Reads digits, or number words of one or several parts: "a hundred and ten", "forty-five", 四十五. */
  function numberAt(at: number): [number: number | undefined, next: number] {
    const digits = tokens[at]?.digits;
    if (digits !== undefined) return [digits, at + 1];
    let [number, next] = partAt(at);
    // Some words are a number with its unit, as Arabic "two hours" is.
    if (number === undefined || meaningAt(at).unit) return [number, at];
    while (number) {
      const { range, joiner } = meaningAt(next);
      const place = range && (joiner ?? tokens[next]?.mark) ? next + 1 : next;
      const [part, end] = partAt(place);
      // "soixante-quinze", "dix-sept"
      const limit = number > 10 ? 20 : isBesideLast(place) ? 10 : 0;
      if (part === undefined || part % 1 || part >= (number % 100 ? limit : 100) || number % 10) break;
      number += part;
      next = end;
    }
    return [number, next];
  }

  /** Reads a number word, with the tens or hundreds that it counts: 四十, "two hundred". Arabic "five ten" is fifteen. */
  function partAt(at: number): [number: number | undefined, next: number] {
    const { number } = meaningAt(at);
    const tens = meaningAt(at + 1).number;
    const isCount =
      Number(number) > 0 && Number(number) < 10 && (tens === 100 || (tens === 10 && isBesideLast(at + 1)));
    return isCount ? [number! * tens, at + 2] : [number, at + 1];
  }

  /** Whether no space is before a token. */
  function isBesideLast(at: number): boolean {
    return tokens[at]?.start === tokens[at - 1]?.end;
  }

  /** Reads what follows hours: "and a half", "30", "and 15 minutes". */
  function hoursAt(at: number, whole: number, isLeast: boolean): Value {
    const { half, joiner, range } = meaningAt(at);
    const lengthOf = (count: number, next: number) => valueOf('minutes', next, count, count, isLeast);
    if (half) return lengthOf(whole + 30, at + 1);
    const [extra, next] = numberAt((joiner ?? range) && !tokens[at]!.mark ? at + 1 : at);
    const { unit, decadeMark } = meaningAt(next);
    // A bare number belongs to the hours if another unit does not follow: "1h30", "an hour and fifteen".
    const isBare = !(unit ?? decadeMark) && (Number(extra) >= 10 || tokens[at]?.digits);
    if (extra === undefined || extra >= 60 || !(unit === 'minute' || isBare)) return lengthOf(whole, at);
    return lengthOf(whole + extra, unit ? next + 1 : next);
  }

  function filtersOf(
    { kind, first, last, isSaid }: Value,
    until: Value | undefined,
    bound: PromptBound | undefined,
  ): QuantityFilters | undefined {
    if (kind === 'lastYears') {
      const isKnown = Number.isInteger(first) && first >= 1 && first <= thisYear - FIRST_YEAR;
      return isKnown && (isSaid || bound === 'last')
        ? { filters: released(thisYear - first + 1, thisYear) }
        : undefined;
    }
    const isRuntime = kind === 'minutes';
    // "After 2015" is from 2016.
    const [range, step] = isRuntime ? [runtime, 0] : [released, 1];
    const end = until?.last;
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
}

/** Returns the years of a value, or the decade that a number is beside another decade. */
function yearsIn(value: Value | undefined, beside: Value | undefined): Value | undefined {
  if (value?.kind === 'years') return value;
  if (value?.kind !== 'number' || beside?.kind !== 'years' || beside.isSaid) return undefined;
  return decadeFrom(firstOfDecade(value.first < 10 ? value.first * 10 : value.first), value.next);
}

/** Whether a token stands between choices. */
export const isJoiner = (token: Token | undefined) =>
  !!token?.meaning?.joiner || token?.mark === ',' || token?.mark === '、';

const isLength = (unit: Meaning['unit']) => unit === 'minute' || unit === 'hour';

const valueOf = (kind: Value['kind'], next: number, first: number, last = first, isSaid = false): Value => ({
  kind,
  next,
  first,
  last,
  isSaid,
});

const decadeFrom = (first: number | undefined, next: number) =>
  first === undefined ? undefined : valueOf('years', next, first, first + 9);

/** Returns the first year of a decade, from four digits or two. Those of this century are up to the twenties. */
function firstOfDecade(number: number | undefined): number | undefined {
  if (number === undefined || number % 10 !== 0 || number >= LAST_YEAR) return undefined;
  if (number >= FIRST_YEAR) return number;
  return number > 90 || number < 0 ? undefined : number + (number < 30 ? 2000 : 1900);
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
