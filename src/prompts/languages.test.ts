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
