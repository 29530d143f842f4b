import { expect, it } from 'vitest';
import { localePacks } from '../../test/support/localePacks.js';
import type { FilterSpec } from '../filters/filterSpec.js';
import { en } from './languages/en.js';
import type { PromptLanguage } from './language.js';
import { parsePrompt } from './parsePrompt.js';

const modules = import.meta.glob<Readonly<Record<string, PromptLanguage>>>('./languages/*.ts', { eager: true });

function filtersOf(locale: string, text: string): FilterSpec {
  const languages = [...Object.values(modules[`./languages/${locale}.ts`]!), en];
  return parsePrompt(text, { languages, locale, messages: localePacks[locale]!, today: '2026-11-29' }).filters;
}

const movie: FilterSpec = { media_type: 'movie' };
const tv: FilterSpec = { media_type: 'tv' };
const released = (from: number | undefined, to: number | undefined): FilterSpec => ({
  ...(from && { with_release_date_gte: `${from}-01-01` }),
  ...(to && { with_release_date_lte: `${to}-12-31` }),
});

it.each<[locale: string, text: string, filters: FilterSpec]>([
  ['ja', '恋愛ドラマ', tv],
  ['ja', 'サスペンスとコメディドラマ', { genres: [35], ...tv }],
  ['ja', '感動するドラマ映画', { genres: [18], ...movie }],
  ['ja', 'ヒューマンドラマ', { genres: [18] }],
  ['ja', '冒険者たち', {}],
  ['ja', 'ドラマか映画', {}],
  ['ko', '로맨스 드라마 영화', { genres: [18, 10749], ...movie }],
  ['ko', '법정드라마', tv],
  ['ko', '미드소마', {}],
  ['ko', '웃긴 시트콤', { genres: [35], ...tv }],
  ['ko', '정치 드라마', { genres: [10768], ...tv }],
  ['ko', '정치 드라마 영화', { genres: [18], ...movie }],
  ['ko', '정치 스릴러', { genres: [53] }],
  ['zh-Hans', '宫斗剧', tv],
  ['zh-Hans', '情景喜剧', { genres: [35], ...tv }],
  ['zh-Hans', '悲剧电影', movie],
  ['zh-Hans', '爱情公寓', {}],
  ['zh-Hans', '吃薯片', {}],
  ['zh-Hans', '老片', movie],
])('%s: tells a series from a film in "%s"', (locale, text, filters) => {
  expect(filtersOf(locale, text)).toEqual(filters);
});

it.each<[locale: string, text: string]>([
  ['ja', '韓ドラ以外で'],
  ['ja', '韓国ドラマ以外'],
  ['ko', '미드 말고'],
  ['zh-Hans', '不想看韩剧'],
])('%s: does not take "%s" for a wish for films', (locale, text) => {
  expect(filtersOf(locale, text)).toEqual({});
});

it.each<[locale: string, text: string, filters: FilterSpec]>([
  ['ja', '怖いのない？', { genres: [27] }],
  ['ja', 'いいドラマないの？', tv],
  ['ja', '面白い映画ない', movie],
  ['ja', 'ホラー映画ないかな', { genres: [27], ...movie }],
  ['ko', '웃긴 영화 없나요', { genres: [35], ...movie }],
  ['zh-Hans', '要不要看恐怖片', { genres: [27], ...movie }],
  ['zh-Hans', '恐怖片有没有', { genres: [27], ...movie }],
  ['ar', 'ما هي افضل افلام الرعب', { genres: [27], ...movie }],
])('%s: takes the question "%s" for a wish', (locale, text, filters) => {
  expect(filtersOf(locale, text)).toEqual(filters);
});

it.each<[locale: string, text: string, filters: FilterSpec]>([
  ['ja', '怖くない？', {}],
  ['ja', 'ホラーは見ないかな', {}],
  ['ja', 'コメディはないかな', {}],
  ['ja', 'Netflixは入ってないからアマプラで', { with_watch_providers: ['119'] }],
  ['ja', 'ホラーでもコメディでもないやつ', {}],
  ['ja', '暴力シーンがない映画', movie],
  ['ja', '90年代以外の映画', movie],
  ['ja', '2時間以内、ホラー以外', { with_runtime_lte: 120 }],
  ['ja', '妻は恋愛映画が好きだけど今日はアクション', { genres: [28, 10759] }],
  ['ko', '안 무서운 공포 영화', { genres: [27], ...movie }],
  ['ko', '공포는 안 보고 싶어', {}],
  ['ko', '공포만 아니면 돼', {}],
  ['ko', '공포는 못 보는데 스릴러는 괜찮아', { genres: [53] }],
  ['ko', '좀비 영화', movie],
  ['ko', '노인 영화', movie],
  ['ko', '남편은 공포 좋아하는데 나는 로맨스', { genres: [10749] }],
  ['zh-Hans', '老婆喜欢看爱情片', {}],
  ['zh-Hans', '我要不恐怖的电影', movie],
  ['zh-Hans', '2000年以前的不要', {}],
  ['zh-Hans', '不是动画的家庭电影', { genres: [10751], ...movie }],
  ['ar', 'مش عايزة رعب عايزة كوميدي', { genres: [35] }],
  ['ar', 'مش عايز رعب ولا عايز اكشن', {}],
  ['ar', 'بلاش رعب', {}],
  ['ar', 'مو مهم فيلم او مسلسل المهم رعب', { genres: [27] }],
])('%s: reads only what is wanted in "%s"', (locale, text, filters) => {
  expect(filtersOf(locale, text)).toEqual(filters);
});

it.each<[locale: string, text: string, filters: FilterSpec]>([
  ['ja', '2020年〜', released(2020, undefined)],
  ['ja', '80、90年代', released(1980, 1999)],
  ['ja', '2000年代前半', released(2000, 2009)],
  ['ja', 'ここ5年以内', released(2022, 2026)],
  ['ja', '一昨年', released(2024, 2024)],
  ['ja', '昨年', released(2025, 2025)],
  ['ja', '2時間もかからない', { with_runtime_lte: 120 }],
  ['ko', '80~90년대', released(1980, 1999)],
  ['ko', '2023년작', released(2023, 2023)],
  ['ko', '올해 나오는 영화', { ...movie, ...released(2026, 2026) }],
  ['ko', '재작년에 나온', released(2024, 2024)],
  ['ko', '두시간 안넘는', { with_runtime_lte: 120 }],
  ['zh-Hans', '七八十年代', released(1970, 1989)],
  ['zh-Hans', '2020年到现在', released(2020, undefined)],
  ['zh-Hans', '90分以内', { with_runtime_lte: 90 }],
  ['zh-Hans', '评分不低于7分，两小时以内', { with_runtime_lte: 120 }],
  ['zh-Hans', '烂番茄80分以上', {}],
  ['ar', 'الثمانينات والتسعينات', released(1980, 1999)],
  ['ar', 'من 2015 فما فوق', released(2015, undefined)],
  ['ar', 'من 2020 حتى الآن', released(2020, undefined)],
  ['ar', 'اخر سنتين', released(2025, 2026)],
  ['ar', 'ساعتين ونص بالكتير', { with_runtime_lte: 150 }],
  ['ar', 'اقل من ساعة وربع', { with_runtime_lte: 75 }],
  ['ar', 'لا يزيد عن نص ساعة', { with_runtime_lte: 30 }],
])('%s: reads the bounds of "%s"', (locale, text, filters) => {
  expect(filtersOf(locale, text)).toEqual(filters);
});

it.each<[locale: string, text: string, filters: FilterSpec]>([
  ['de', 'Ich suche noch Filme für heute Abend', movie],
  ['de', 'Habt ihr noch gute Serien auf Netflix?', { ...tv, with_watch_providers: ['8'] }],
  ['de', 'Gibt es keine Filme auf Hulu?', { ...movie, with_watch_providers: ['15'] }],
  ['de', 'weder Horror noch Komödie, lieber Krimi', { genres: [80] }],
  ['tr', 'Netflix’te ne dizi var?', { ...tv, with_watch_providers: ['8'] }],
  ['tr', 'Bu akşam ne film izlesek?', movie],
  ['tr', 'ne güzel dizi var', tv],
  ['tr', 'ne korku ne komedi', {}],
  ['en', 'Aren’t there any movies on Hulu?', { ...movie, with_watch_providers: ['15'] }],
  ['en', 'Don’t you have any movies?', movie],
  ['en', 'We can’t find a good movie', movie],
  ['en', 'I’ve never seen a series on Netflix', { with_watch_providers: ['8'] }],
  ['de', 'Kannst du nicht einen Film vorschlagen?', {}],
  ['de', 'Hast du keine gute Serie?', tv],
  ['fr', 'je ne sais pas quel film', movie],
  ['es', 'no sé qué película ver', movie],
  ['es', 'algo que no sea de miedo', {}],
  ['it', 'non so che film guardare', movie],
  ['pt-BR', 'não acho nenhum filme', movie],
  ['nl', 'ik weet niet welke film', movie],
  ['pl', 'nie wiem jaki film', movie],
  ['tr', 'güzel bir film yok mu', movie],
  ['ja', 'いい映画が見つからない', movie],
  ['zh-Hans', '没有好看的电影吗', movie],
  ['ar', 'لا أعرف أي فيلم', movie],
])('%s: never applies the other type when "%s" excludes none', (locale, text, filters) => {
  expect(filtersOf(locale, text)).toEqual(filters);
});

it.each<[locale: string, texts: string, filters: FilterSpec]>([
  ['en', '1990 and earlier|1990 or before|from 1990 and older', released(undefined, 1990)],
  ['en', '2010 and onwards|2010 or after|2010–present|2010-today|2010 - now|2010 to date', released(2010, undefined)],
  ['de', 'von 1999 und älter|1999 oder früher', released(undefined, 1999)],
  ['de', 'von 2015 und später|2015-heute', released(2015, undefined)],
  ['es', 'de 1990 o anterior|1990 o antes|de 1990 o más antiguas', released(undefined, 1990)],
  ['es', 'de 2010 o posterior|2010 y después', released(2010, undefined)],
  ['fr', 'de 1990 ou avant|de 1990 ou plus ancien', released(undefined, 1990)],
  ['fr', 'de 2010 ou après', released(2010, undefined)],
  ['it', 'del 1990 e precedenti|del 1990 o più vecchi', released(undefined, 1990)],
  ['it', 'del 2010 e successivi', released(2010, undefined)],
  ['pl', 'z 1990 i starsze', released(undefined, 1990)],
  ['pl', 'z 2010 lub później', released(2010, undefined)],
  ['nl', 'uit 1990 of eerder', released(undefined, 1990)],
  ['pt-BR', 'de 1990 e anteriores|de 1990 ou mais antigos', released(undefined, 1990)],
  ['pt-BR', 'de 2010 ou depois', released(2010, undefined)],
  ['tr', '1990 veya öncesi', released(undefined, 1990)],
  ['zh-Hans', '1990年或更早', released(undefined, 1990)],
  ['zh-Hans', '2010年及以后', released(2010, undefined)],
  ['ar', '1990 وما قبل', released(undefined, 1990)],
  ['en', 'from 2010 to about 2015|2010-15|from 2010 up to 2015', released(2010, 2015)],
  ['zh-Hans', '2010到15年', released(2010, 2015)],
  ['en', '80s to early 2000s', released(1980, 2009)],
  ['de', 'von den 80ern bis Anfang der 2000er', released(1980, 2009)],
  ['fr', 'des années 80 au début des années 2000', released(1980, 2009)],
  ['fr', 'de 2010 jusqu’à aujourd’hui', released(2010, undefined)],
  ['en', '1998-2 seasons', {}],
  ['en', '150+ minutes to 90', { with_runtime_gte: 150 }],
  ['en', '2010 and comedies', { genres: [35], ...released(2010, 2010) }],
  ['en', 'from 2015 and under 2 hours', { ...released(2015, 2015), with_runtime_lte: 120 }],
  ['en', '2010 or thereabouts|2010 to whenever|2010 and on', {}],
  ['de', 'von 2010 und so', {}],
  ['ja', '1990年かそれ以前', {}],
])('%s: keeps years open, or misses them, in "%s"', (locale, texts, filters) => {
  for (const text of texts.split('|')) expect(filtersOf(locale, text), text).toEqual(filters);
});

it.each<[locale: string, text: string, filters: FilterSpec]>([
  ['fr', 'les 10 meilleurs films sur Netflix', { ...movie, with_watch_providers: ['8'] }],
  ['fr', 'les 50 meilleurs films', movie],
  ['fr', 'les 20 comédies', { genres: [35] }],
  ['fr', 'les 10 dernières années', released(2017, 2026)],
  ['fr', 'les 80 et 90', released(1980, 1999)],
  ['es', 'los 10 mejores documentales', { genres: [99] }],
  ['es', 'los 10 últimos años', released(2017, 2026)],
  ['es', 'comedias de los 90 divertidas', { genres: [35], ...released(1990, 1999) }],
  ['it', 'anni 90 migliori film', { ...movie, ...released(1990, 1999) }],
])('%s: tells a count from a decade in "%s"', (locale, text, filters) => {
  expect(filtersOf(locale, text)).toEqual(filters);
});

it.each<[locale: string, text: string, filters: FilterSpec]>([
  ['zh-Hans', '三十分钟以内的剧', { ...tv, with_runtime_lte: 30 }],
  ['zh-Hans', '四十五分钟以内', { with_runtime_lte: 45 }],
  ['zh-Hans', '一百零五分钟以内', { with_runtime_lte: 105 }],
  ['zh-Hans', '四十年代的电影', { ...movie, ...released(1940, 1949) }],
  ['zh-Hans', '八九十年代', released(1980, 1999)],
  ['ja', '三十分以内', { with_runtime_lte: 30 }],
  ['ja', '百五十分以内', { with_runtime_lte: 150 }],
  ['ja', '四十年代', released(1940, 1949)],
  ['ko', '삼십분 이내', { with_runtime_lte: 30 }],
  ['ko', '백 이십오 분 이내', { with_runtime_lte: 125 }],
  ['ko', '한 시간 십오 분 이내', { with_runtime_lte: 75 }],
  ['ko', '구십년대', released(1990, 1999)],
  ['en', 'under two hundred minutes', { with_runtime_lte: 200 }],
  ['fr', 'moins de dix-sept minutes', { with_runtime_lte: 17 }],
  ['ar', 'أقل من خمسة عشر دقيقة', {}],
])('%s: reads the whole number of "%s"', (locale, text, filters) => {
  expect(filtersOf(locale, text)).toEqual(filters);
});

it.each<[locale: string, text: string, filters: FilterSpec]>([
  ['de', 'nur aus den 80ern', released(1980, 1989)],
  ['de', 'nur 90er Horror', { genres: [27], ...released(1990, 1999) }],
  ['de', 'nur aus 2023', released(2023, 2023)],
  ['de', 'hab nur 45 Minuten', { with_runtime_lte: 45 }],
  ['de', 'ich habe nur noch eine Stunde', { with_runtime_lte: 60 }],
  ['en', 'movies made in the 80s', { ...movie, ...released(1980, 1989) }],
  ['es', 'documentales estrenados en 2020', { genres: [99], ...released(2020, 2020) }],
])('%s: reads both ends of the years in "%s"', (locale, text, filters) => {
  expect(filtersOf(locale, text)).toEqual(filters);
});

it.each<[locale: string, text: string]>([
  ['en', 'movies set in the 80s'],
  ['de', 'Filme, die in den 80ern spielen'],
  ['fr', 'films qui se passent en 1980'],
  ['es', 'películas que transcurren en los 80'],
  ['ja', '80年代が舞台の映画'],
  ['ko', '80년대를 배경으로 한 영화'],
  ['zh-Hans', '发生在80年代的电影'],
])('%s: does not take the setting for the release in "%s"', (locale, text) => {
  expect(filtersOf(locale, text)).toEqual(movie);
});

it.each<[locale: string, text: string, filters: FilterSpec]>([
  ['en', 'any comedies available for us?', { genres: [35] }],
  ['en', 'in Canada, give us comedies', { genres: [35], region: ['CA'] }],
  ['en', 'available in us and canada', { region: ['CA', 'US'] }],
  ['en', 'stop motion movies', { genres: [16], ...movie }],
  ['en', 'We would like a comedy', { genres: [35] }],
  ['it', 'basta che sia divertente', { genres: [35] }],
])('%s: understands the common words of "%s"', (locale, text, filters) => {
  expect(filtersOf(locale, text)).toEqual(filters);
});

it('de: leaves articles out of what was not understood', () => {
  const { rest } = parsePrompt('zeig mir einen Krimi oder eine Komödie', {
    languages: Object.values(modules['./languages/de.ts']!),
    locale: 'de',
  });
  expect(rest).toEqual([]);
});
