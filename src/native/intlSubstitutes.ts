import { substitutes, type IntlSubstitutes } from '../messages/locale.js';

/** Rules of a language for counts and lists. */
interface LanguageRules {
  /** Returns the plural category of a whole number, or of a number with decimals (`isWhole` is `false`). */
  readonly plural: (number: number, isWhole: boolean) => Intl.LDMLPluralRule;
  /** Text between two items of a list with "and", and with "or". */
  readonly and: string;
  readonly or: string;
  /**
   * Text between all but the last two of three or more items.
   * @default ', '
   */
  readonly comma?: string;
  /** Text between the last two of three or more items. By default, the one between two. */
  readonly lastAnd?: string;
  readonly lastOr?: string;
}

const none: LanguageRules['plural'] = () => 'other';
const oneWhole: LanguageRules['plural'] = (number, isWhole) => (number === 1 && isWhole ? 'one' : 'other');
const isMillions = (number: number, isWhole: boolean) => isWhole && number !== 0 && number % 1_000_000 === 0;
/** Spanish and Italian have a form for whole millions, and so do French and Portuguese, where 0 and 1.5 are singular. */
const orMillions =
  (isOne: (number: number, isWhole: boolean) => boolean): LanguageRules['plural'] =>
  (number, isWhole) =>
    isOne(number, isWhole) ? 'one' : isMillions(number, isWhole) ? 'many' : 'other';
const belowTwo = orMillions((number) => number < 2);

const rules: Readonly<Record<string, LanguageRules>> = {
  en: { plural: oneWhole, and: ' and ', or: ' or ', lastAnd: ', and ', lastOr: ', or ' },
  ar: {
    plural(number, isWhole) {
      if (!isWhole) return 'other';
      const simple = (['zero', 'one', 'two'] as const)[number];
      const rest = number % 100;
      return simple ?? (rest < 3 ? 'other' : rest < 11 ? 'few' : 'many');
    },
    and: ' و',
    or: ' أو ',
  },
  de: { plural: oneWhole, and: ' und ', or: ' oder ' },
  es: { plural: orMillions((number) => number === 1), and: ' y ', or: ' o ' },
  fr: { plural: belowTwo, and: ' et ', or: ' ou ' },
  it: { plural: orMillions((number, isWhole) => number === 1 && isWhole), and: ' e ', or: ' o ' },
  ja: { plural: none, and: '、', or: 'または', comma: '、', lastOr: '、または' },
  ko: { plural: none, and: ' 및 ', or: ' 또는 ' },
  nl: { plural: oneWhole, and: ' en ', or: ' of ' },
  pl: {
    plural(number, isWhole) {
      if (!isWhole) return 'other';
      const isFew = number % 10 >= 2 && number % 10 <= 4 && !(number % 100 >= 12 && number % 100 <= 14);
      return number === 1 ? 'one' : isFew ? 'few' : 'many';
    },
    and: ' i ',
    or: ' lub ',
  },
  pt: { plural: belowTwo, and: ' e ', or: ' ou ' },
  tr: { plural: (number) => (number === 1 ? 'one' : 'other'), and: ' ve ', or: ' veya ' },
  zh: { plural: none, and: '和', or: '或', comma: '、' },
};

const ofLanguage = (locale: string) => new Map(Object.entries(rules)).get(languageOf(locale)) ?? rules['en']!;
const languageOf = (locale: string) => locale.split('-')[0]!.toLowerCase();

/** Scripts of the languages that are written right to left, by language. */
const rightToLeft = new Map(
  Object.entries({ Arab: 'ar ckb fa ks ps sd ug ur', Hebr: 'he iw yi', Thaa: 'dv', Nkoo: 'nqo', Syrc: 'syr' }).flatMap(
    ([script, languages]) => languages.split(' ').map((language) => [language, script] as const),
  ),
);

/** `Intl` rounds to three decimals before it looks at a number. */
const shown = (number: number) => Math.abs(Math.round(number * 1000) / 1000);

/** Substitutes for the parts of `Intl` that Hermes lacks. */
export const intlSubstitutes: IntlSubstitutes = {
  pluralRules(locale) {
    const { plural } = ofLanguage(locale);
    return {
      select(number) {
        const value = shown(number);
        return Number.isFinite(value) ? plural(value, Number.isInteger(value)) : 'other';
      },
    };
  },
  scriptOf(locale) {
    const subtags = locale.split('-');
    const extension = subtags.findIndex((subtag) => subtag.length === 1);
    const named = extension < 0 ? subtags : subtags.slice(0, extension);
    const script = named.find((subtag) => /^[a-z]{4}$/i.test(subtag))?.toLowerCase();
    return script?.replace(/^./, (letter) => letter.toUpperCase()) ?? rightToLeft.get(languageOf(locale)) ?? '';
  },
  formatList(items, locale, type) {
    const { comma, and, or, lastAnd = and, lastOr = or } = ofLanguage(locale);
    const [pair, last] = type === 'conjunction' ? [and, lastAnd] : [or, lastOr];
    // Arabic repeats the conjunction.
    const middle = comma ?? (languageOf(locale) === 'ar' ? pair : ', ');
    const end = items.at(-1) ?? '';
    if (items.length < 2) return end;
    const conjunction = inSpanish(items.length > 2 ? last : pair, end, languageOf(locale));
    return items.slice(0, -1).join(middle) + conjunction + end;
  },
};

/** In Spanish, "y" becomes "e" before the sound of an "i", and "o" becomes "u" before that of an "o". */
function inSpanish(conjunction: string, next: string, language: string): string {
  if (language !== 'es') return conjunction;
  if (conjunction === ' y ' && /^(i|hi(?![ae]))/i.test(next)) return ' e ';
  return conjunction === ' o ' && /^(h?o|8|11( |$))/i.test(next) ? ' u ' : conjunction;
}

/** Adds the parts of `Intl` that the engine lacks, for the languages of this library. */
export function substituteIntl(): void {
  const { pluralRules, scriptOf, formatList } = intlSubstitutes;
  if (!('PluralRules' in Intl)) Object.assign(substitutes, { pluralRules });
  if (!('Locale' in Intl)) Object.assign(substitutes, { scriptOf });
  if (!('ListFormat' in Intl)) Object.assign(substitutes, { formatList });
}
