import { describe, expect, it } from 'vitest';
import type { FilterSpec } from '../filters/filterSpec.js';
import { de as deMessages } from '../locales/de.js';
import { de } from './languages/de.js';
import { en } from './languages/en.js';
import { ja } from './languages/ja.js';
import { mergePromptFilters, parsePrompt } from './parsePrompt.js';
import type { PromptOptions } from './promptIndex.js';

const today = '2026-11-29';
const english = (text: string, options: Partial<PromptOptions> = {}) =>
  parsePrompt(text, { languages: [en], today, ...options });
const german = (text: string) => parsePrompt(text, { languages: [de, en], locale: 'de', messages: deMessages, today });
const rests = (text: string) => english(text).rest.map(({ text: words, reason }) => [words, reason]);

const movie: FilterSpec = { media_type: 'movie' };
const tv: FilterSpec = { media_type: 'tv' };
const released = (from: number | undefined, to: number | undefined): FilterSpec => ({
  ...(from && { with_release_date_gte: `${from}-01-01` }),
  ...(to && { with_release_date_lte: `${to}-12-31` }),
});

describe('parsePrompt', () => {
  it('reads a whole wish', () => {
    const { filters, parts, mentioned, rest } = english('A funny film under 100 minutes on Netflix, with dragons');
    expect(filters).toEqual({ genres: [35], ...movie, with_runtime_lte: 100, with_watch_providers: ['8'] });
    expect(parts.map(({ text, label }) => [text, label])).toEqual([
      ['funny', 'Comedy'],
      ['film', 'Movies'],
      ['under 100 minutes', 'Up to 100 min'],
      ['Netflix', 'Netflix'],
    ]);
    expect(mentioned).toEqual(['mediaType', 'watchProviders', 'genres', 'runtime']);
    expect(rest).toEqual([{ start: 43, end: 55, text: 'with dragons', reason: 'name' }]);
  });

  it('uses the built-in lists while the app loads its own', () => {
    const lists: Record<string, undefined> = { genres: undefined, keywords: undefined };
    // As in an app without `exactOptionalPropertyTypes`.
    expect(english('funny film', { lists, synonyms: {} }).filters).toEqual({
      genres: [35],
      ...movie,
    });
  });

  it.each<[text: string, filters: FilterSpec]>([
    ['no series', movie],
    ['movies and series', {}],
    ['not a series, a film', movie],
    ['give us comedies', { genres: [35] }],
    ['sci-fi series', { genres: [10765], ...tv }],
    ['kid friendly', { genres: [10751, 10762] }],
    ['romcom', { genres: [35, 10749] }],
    ['horror series', tv],
    ['funny sitcom', { genres: [35], ...tv }],
    ['under 100 minutes', { with_runtime_lte: 100 }],
    ['up to two hours', { with_runtime_lte: 120 }],
    ['at most 1h30', { with_runtime_lte: 90 }],
    ['an hour and a half or less', { with_runtime_lte: 90 }],
    ['1½ hours max', { with_runtime_lte: 90 }],
    ['at least 2 h', { with_runtime_gte: 120 }],
    ['90–120 min', { with_runtime_gte: 90, with_runtime_lte: 120 }],
    ['at most one hour and thirty minutes', { with_runtime_lte: 90 }],
    ['under two and a half hours', { with_runtime_lte: 150 }],
    ['up to a hundred and ten minutes', { with_runtime_lte: 110 }],
    ['between ninety and one hundred minutes', { with_runtime_gte: 90, with_runtime_lte: 100 }],
    ['around 90 minutes', { with_runtime_gte: 80, with_runtime_lte: 100 }],
    ['longer than 150 min', { with_runtime_gte: 150 }],
    ['no longer than 90 minutes', { with_runtime_lte: 90 }],
    ['no shorter than 90 minutes', { with_runtime_gte: 90 }],
    ['nothing under two hours', { with_runtime_gte: 120 }],
    ['it shouldn’t be longer than 2 hours', { with_runtime_lte: 120 }],
    ['not less than an hour and at most 90 min', { with_runtime_gte: 60, with_runtime_lte: 90 }],
    ['150+ minutes', { with_runtime_gte: 150 }],
    ['2h+', { with_runtime_gte: 120 }],
    ['< 90 min', { with_runtime_lte: 90 }],
    ['90s', released(1990, 1999)],
    ['the nineties', released(1990, 1999)],
    ['80s or 90s', released(1980, 1999)],
    ['70 or 80s', released(1970, 1989)],
    ['the 70s, 80s and 90s', released(1970, 1999)],
    ['2010–2019', released(2010, 2019)],
    ['since 2020', released(2020, undefined)],
    ['from 2019 on', released(2019, undefined)],
    ['2019 and up', released(2019, undefined)],
    ['2019 to now', released(2019, undefined)],
    ['from 2019', released(2019, 2019)],
    ['from 2019 on Netflix', { ...released(2019, 2019), with_watch_providers: ['8'] }],
    ['after 2015', released(2016, undefined)],
    ['before 2000', released(undefined, 1999)],
    ['pre-2000', released(undefined, 1999)],
    ['not before 2000', released(2000, undefined)],
    ['no older than 2015', released(2015, undefined)],
    ['2010+', released(2010, undefined)],
    ['until 2000', released(undefined, 2000)],
    ['this year', released(2026, 2026)],
    ['the last 5 years', released(2022, 2026)],
    ['on Prime Video in the US', { region: ['US'], with_watch_providers: ['9'] }],
    ['on Prime in Germany', { region: ['DE'], with_watch_providers: ['119'] }],
    ['available in Austria', { region: ['AT'] }],
    ['ｆｕｎｎｙ ｍｏｖｉｅｓ ｕｎｄｅｒ ９０ ｍｉｎ', { genres: [35], ...movie, with_runtime_lte: 90 }],
    ['max 90 minutes on Max', { with_runtime_lte: 90, with_watch_providers: ['1899'] }],
    ['nothing but comedies', { genres: [35] }],
    ['a documentary I can show in class', { genres: [99] }],
    ['show us netflix films', { ...movie, with_watch_providers: ['8'] }],
    ['with lots of comedy', { genres: [35] }],
    ['with comedy legend Max', {}],
    ['how about a western', { genres: [37] }],
    ['no gore, no series', movie],
    ['can’t sleep, gimme a comedy', { genres: [35] }],
    ['peep show', {}],
    ['can’t get enough of comedies', { genres: [35] }],
  ])('reads "%s"', (text, filters) => {
    expect(english(text).filters).toEqual(filters);
  });

  it.each<[text: string, filters: FilterSpec]>([
    ['Kriegsfilme', { genres: [10752], ...movie }],
    ['Zombiefilme', movie],
    ['eine lustige Serie', { genres: [35], ...tv }],
    ['hoechstens anderthalb Stunden', { with_runtime_lte: 90 }],
    ['aus den 80ern', released(1980, 1989)],
    ['70er und 80er', released(1970, 1989)],
    ['70- oder 80er Jahre', released(1970, 1989)],
    ['ab 2015 bis heute', released(2015, undefined)],
    ['länger als eine Stunde und dreißig Minuten', { with_runtime_gte: 90 }],
    ['mit viel Humor', { genres: [35] }],
    ['nix Gruseliges, eher Komödie', { genres: [35] }],
    ['Netflix Schweiz Komödien', { genres: [35], region: ['CH'], with_watch_providers: ['8'] }],
    ['horrorfreie Filme bei Netflix', { ...movie, with_watch_providers: ['8'] }],
    ['scary movies auf Netflix', { genres: [27], ...movie, with_watch_providers: ['8'] }],
  ])('reads "%s" in German', (text, filters) => {
    expect(german(text).filters).toEqual(filters);
  });

  it.each<[text: string, rest: string]>([
    ['no horror or thriller', 'no horror or thriller'],
    ['movies without any war or crime', 'without any war or crime'],
    ['horror-free', 'horror-free'],
    ['non-horror', 'non-horror'],
    ['movies, horror? no thanks', 'horror? no thanks'],
    ['not from 2010 to 2015', 'not from 2010 to 2015'],
    ['not between 90 and 120 minutes', 'not between 90 and 120 minutes'],
    ['I don’t like comedies', 'don’t like comedies'],
    ['I don’t want a horror, a thriller or a war movie', 'don’t want a horror, a thriller or a war movie'],
    ['no horror I dont need war', 'no horror I dont need war'],
    ['no Netflix or Hulu', 'no Netflix or Hulu'],
    ['not in Germany', 'not in Germany'],
    ['no movies under 90 minutes', 'no movies under 90 minutes'],
  ])('never applies what "%s" excludes', (text, words) => {
    const { filters, rest } = english(text);
    expect(filters).toEqual(text.startsWith('movies') ? movie : {});
    expect(rest).toEqual([expect.objectContaining({ text: words, reason: 'negation' })]);
  });

  it('reads on after "but", and after a watch provider', () => {
    expect(english('no horror or thriller but comedies').filters).toEqual({ genres: [35] });
    expect(english('no horror on Netflix').filters).toEqual({ with_watch_providers: ['8'] });
    for (const text of ['no romcoms, comedies only', 'no romcoms…, comedies only please', 'comedy yes, horror no'])
      expect(english(text).filters, text).toEqual({ genres: [35] });
    for (const text of [
      'everything except: horror',
      'everything but, you know, horror',
      'all genres but horror',
      'without, I mean, horror',
    ])
      expect(english(text).filters, text).toEqual({});
    expect(english('no, horror').filters).toEqual({ genres: [27] });
    expect(english('rather a drama than a comedy').filters).toEqual({ genres: [18] });
    expect(german('Horror ist nicht so mein Ding, Krimi').filters).toEqual({ genres: [80] });
    expect(english('a movie or no?').filters).toEqual({});
    for (const text of ['horror rather not', 'horror just no', 'done with horror'])
      expect(english(text).filters, text).toEqual({});
    for (const text of ['Horror eher nicht', 'Horror brauche ich nicht'])
      expect(german(text).filters, text).toEqual({});
  });

  it('excludes only one word with "non-"', () => {
    expect(english('non-scary halloween movies').filters).toEqual(movie);
    expect(english('non-violent thriller').filters).toEqual({ genres: [53] });
  });

  it('reads a region after a watch provider, unless it can be the origin', () => {
    expect(english('Netflix UK').filters).toEqual({ region: ['GB'], with_watch_providers: ['8'] });
    expect(english('on Prime Video, United States, westerns').filters).toEqual({
      genres: [37],
      region: ['US'],
      with_watch_providers: ['9'],
    });
    expect(english('Netflix Canada comedies').filters.region).toEqual(['CA']);
    for (const text of ['Netflix Korea comedies', 'Netflix Jordan Peele'])
      expect(english(text).filters.region, text).toBeUndefined();
    expect(parsePrompt('Netflix韓国ドラマ', { languages: [ja] }).filters.region).toBeUndefined();
  });

  it('does not read what users say about themselves', () => {
    for (const text of [
      'the kids are asleep',
      'we have two kids',
      'my 2 kids',
      'drama at work',
      'my day was a horror',
      'born in 2001',
    ])
      expect(english(text).filters, text).toEqual({});
    for (const text of [
      'my family loves comedies',
      'the kids want comedies',
      'a comedy after the war',
      'my kids dont like horror but comedy',
      'comedy or a book on war',
    ])
      expect(english(text).filters, text).toEqual({ genres: [35] });
    expect(english('I’ve seen all the horror, so comedy').filters).toEqual({ genres: [35] });
    expect(german('meine Kinder schlafen, Netflix hab ich nicht').filters).toEqual({});
    for (const text of ['kids', 'something for the kids', 'family movies', 'cold war movies', 'period drama from 2010'])
      expect(english(text).filters.genres, text).toBeDefined();
  });

  it('does not read names and origins', () => {
    expect(english('movies like Family Guy, on Hulu').filters).toEqual({ ...movie, with_watch_providers: ['15'] });
    expect(english('starring Max von Sydow').filters).toEqual({});
    expect(english('with Michael Jordan').filters).toEqual({});
    expect(english('Blade Runner 2049').filters).toEqual({});
    expect(rests('French films')).toEqual([['French', 'origin']]);
    expect(english('Agent-2049').filters).toEqual({});
    expect(english('living in France').filters).toEqual({});
    expect(rests('films from Jordan')).toEqual([['Jordan', 'origin']]);
    expect(rests('films in French')).toEqual([['in French', 'language']]);
  });

  it('does not read genres in titles and compounds', () => {
    for (const text of [
      'High School Musical',
      'The Comedy of Errors',
      'Adventure Time',
      'all quiet on the Western Front',
      'the war of the worlds',
      'the sound of music',
      'crime and punishment',
      'fantasy football',
      '2001 a space odyssey',
    ])
      expect(english(text).filters, text).toEqual({});
    for (const text of ['High School Musical', 'Krieg der Welten', 'Verbrechen und Strafe'])
      expect(german(text).filters, text).toEqual({});
    for (const text of [
      'Funny Movies on Netflix',
      'Zombie movies',
      'ZOMBIE COMEDY',
      'a Tom Hanks romcom',
      'Best Thriller',
    ])
      expect(english(text).filters, text).not.toEqual({});
    for (const text of ['Eine Fußball Doku', 'Brauche Komödie', 'Netflix Krimi Abend'])
      expect(german(text).filters.genres, text).toBeDefined();
  });

  it('replaces what a correction names again', () => {
    expect(english('horror movie no wait make it a thriller').filters).toEqual({ genres: [53], ...movie });
    expect(english('a series… actually a movie, sci-fi').filters).toEqual({ genres: [878], ...movie });
    expect(english('a funny film on Hulu, sorry, on Netflix').filters).toEqual({
      genres: [35],
      ...movie,
      with_watch_providers: ['8'],
    });
    expect(german('Horrorfilm, obwohl nein, lieber Thriller').filters.genres).toEqual([53]);
    expect(rests('crime, scratch that, comedy')).toEqual([['crime', 'replaced']]);
  });

  it('says why a wish is not applied', () => {
    expect(rests('free movies')).toEqual([['free', 'price']]);
    expect(rests('oscar winning movies')).toEqual([['oscar winning', 'awards']]);
    expect(rests('horror series')).toEqual([['horror', 'genre']]);
    expect(rests('on Hulu in Germany')).toEqual([['Hulu', 'watchProvider']]);
    expect(rests('movies about xylophones and dragons')).toEqual([['about xylophones and dragons', 'name']]);
    expect(rests('purple movies')).toEqual([['purple', undefined]]);
  });

  it('offers filters for vague words, and applies none', () => {
    const { filters, parts, mentioned } = english('something not too long');
    expect([filters, mentioned]).toEqual([{}, []]);
    expect(parts).toEqual([
      expect.objectContaining({
        text: 'not too long',
        label: 'Up to 120 min',
        choices: [{ label: 'Up to 120 min', filters: { with_runtime_lte: 120 } }],
      }),
    ]);
  });

  it('offers both meanings of "max" beside a number without a unit', () => {
    expect(english('comedies max 90').filters).toEqual({ genres: [35] });
    expect(
      english('comedies max 90')
        .parts.at(-1)
        ?.choices?.map(({ filters }) => filters),
    ).toEqual([{ with_runtime_lte: 90 }, { with_watch_providers: ['1899'] }]);
  });

  it('keeps the last of two bounds that contradict each other', () => {
    const { filters, rest } = english('over 2 hours, under 90 minutes');
    expect(filters).toEqual({ with_runtime_lte: 90 });
    expect(rest).toEqual([{ start: 0, end: 12, text: 'over 2 hours', reason: 'replaced' }]);
    expect(english('more than an hour but less than 100 minutes').filters).toEqual({
      with_runtime_gte: 60,
      with_runtime_lte: 100,
    });
  });

  it('offers no choice that contradicts a bound', () => {
    for (const text of ['short, at least 2 hours', 'at least 2 hours, short']) {
      const { filters, rest, parts } = english(text);
      expect(filters).toEqual({ with_runtime_gte: 120 });
      expect(rest).toEqual([expect.objectContaining({ text: 'short', reason: 'replaced' })]);
      expect(parts.filter(({ choices }) => choices)).toEqual([]);
    }
    expect(english('short, at least an hour').parts[0]?.choices).toHaveLength(1);
  });

  it('keeps the last of two choices that contradict each other', () => {
    expect(mergePromptFilters([{ with_runtime_lte: 90 }, { with_runtime_gte: 120 }])).toEqual({
      with_runtime_gte: 120,
    });
    expect(mergePromptFilters([{ with_runtime_gte: 60 }, { with_runtime_lte: 90 }])).toEqual({
      with_runtime_gte: 60,
      with_runtime_lte: 90,
    });
  });

  it('corrects one typing error, but not in names of regions and common words', () => {
    expect(english('comdey').filters).toEqual({ genres: [35] });
    expect(english('nteflix').filters).toEqual({ with_watch_providers: ['8'] });
    for (const text of ['in germny', 'eastern', 'sports', 'error', 'moves', 'comely'])
      expect(english(text).filters, text).toEqual({});
  });

  it('returns offsets in the text as it was written', () => {
    for (const text of ['İ\u200Dﬁ Kömödie', '🍿 horror', 'e\u0301e\u0301 drama', '\u1112\u1161\u11ab comedy']) {
      for (const { start, end, text: words } of [...english(text).parts, ...english(text).rest])
        expect(text.slice(start, end)).toBe(words);
    }
    expect(english('🍿 horror').parts[0]).toMatchObject({ start: 3, end: 9, text: 'horror' });
  });

  it('reads the lists and the own words of an app', () => {
    const lists = {
      genres: [
        { id: '1', label: 'Slow TV' },
        { id: '35', label: 'Laughs' },
        { id: '10749', label: 'Love' },
      ],
      keywords: [{ id: '9799', label: 'romantic comedy' }],
    };
    expect(english('romcom', { lists }).filters).toEqual({ keywords: [9799] });
    expect(english('slow tv', { lists }).filters).toEqual({ genres: [1] });
    expect(english('horror', { lists }).filters).toEqual({});
    const synonyms = { genres: { fireplace: '1' } };
    expect(english('a fireplace', { lists, synonyms }).filters).toEqual({ genres: [1] });
    expect(english('slow tv movies', { lists, genresOf: () => [] }).filters).toEqual(movie);
  });

  it('asks the app which watch providers the regions have', () => {
    expect(english('on Hulu in Germany', { isOfferedIn: () => true }).filters).toEqual({
      region: ['DE'],
      with_watch_providers: ['15'],
    });
  });

  it('reads sentences in the words of an app', () => {
    const { summary, ...others } = deMessages;
    const messages = { ...others, summary: { ...summary, movieOf: 'Kinokost: {genres}' } };
    const { filters, rest } = parsePrompt('Kinokost: Drama oder Krimi', { languages: [de], locale: 'de', messages });
    expect([filters, rest]).toEqual([{ genres: [18, 80], ...movie }, []]);
  });

  it('reads Arabic digits, and tells a voiced kana from its unvoiced twin', () => {
    expect(english('under ٩٠ minutes').filters).toEqual({ with_runtime_lte: 90 });
    const japanese = (text: string) => parsePrompt(text, { languages: [ja] }).filters;
    expect(japanese('ホラー')).toEqual({ genres: [27] });
    expect(japanese('ボラー')).toEqual({});
  });

  it('reads on after a sentence that was written by describeFilter', () => {
    expect(german('Filme im Genre Drama, höchstens 100 Minuten lang, ohne Krieg').filters).toEqual({
      genres: [18],
      ...movie,
      with_runtime_lte: 100,
    });
    expect(english('Comedy movies, available in Germany, on Netflix').filters).toEqual({
      genres: [35],
      ...movie,
      region: ['DE'],
      with_watch_providers: ['8'],
    });
  });
});
