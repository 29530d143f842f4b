import { expect, test } from 'vitest';
import { textsOf } from '../../scripts/locales/gaps.mjs';
import { formatMessage } from '../messages/formatMessage.js';
import type { Messages } from '../messages/messages.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { nl } from './nl.js';
import { pl } from './pl.js';
import { ptBR } from './pt-BR.js';
import { tr } from './tr.js';
import { zhHans } from './zh-Hans.js';

const word = (forms: string) => new RegExp(`(?<!\\p{L})(?:${forms})(?!\\p{L})`, 'u');

test.each<[language: string, pack: Messages, otherAddress: RegExp]>([
  ['Spanish', es, word('[Uu]sted(es)?|[Ss]us?|[Vv]os(otr[oa]s)?')],
  ['French', fr, word('[Tt](u|oi|on|a|es)')],
  ['Italian', it, word('Lei|Suoi?|Su[ae]|Voi|[Vv]ostr[oaie]')],
  ['Brazilian Portuguese', ptBR, word('[Tt](u|i|eu|ua|eus|uas)|[Ss]enhora?')],
  ['Dutch', nl, word('[Uu]w?|[Jj]ullie')],
  ['Polish', pl, word('Pan[ia]?|Państwo|Państwa')],
  ['Turkish', tr, word('[Ss]en(in|i|den)?|[Ss]ana|[Öö]nerilerin|[Cc]ihazın(da)?')],
  ['Chinese', zhHans, /你/],
])('%s addresses users in one form', (_language, pack, otherAddress) => {
  for (const [path, text] of textsOf(pack)) expect(text, path).not.toMatch(otherAddress);
});

test.each<[language: string, pack: Messages, gendered: RegExp]>([
  ['Spanish', es, word('conectad[oa]|registrad[oa]|identificad[oa]')],
  ['French', fr, /\((e|s|es)\)|\p{L}·\p{L}|[Vv]ous (n’)?êtes/u],
  ['Italian', it, word('[Ss]ei|(dis)?conness[oa]|registrat[oa]')],
  ['Brazilian Portuguese', ptBR, /\([oa]s?\)|[Vv]ocê (não )?está/],
  ['Polish', pl, /(łeś|łaś)(?!\p{L})/u],
])('%s says nothing about the gender of the user', (_language, pack, gendered) => {
  for (const [path, text] of textsOf(pack)) expect(text, path).not.toMatch(gendered);
});

test.each<[language: string, pack: Messages, opening: string, closing: string]>([
  ['Spanish', es, '“', '”'],
  ['French', fr, '«\u00A0', '\u00A0»'],
  ['Italian', it, '“', '”'],
  ['Brazilian Portuguese', ptBR, '“', '”'],
  ['Dutch', nl, '“', '”'],
  ['Polish', pl, '„', '”'],
])('%s has its own quotation marks, and no straight quotes or three dots', (_language, pack, opening, closing) => {
  expect(pack.emptyPage.quoted).toBe(`${opening}{filter}${closing}`);
  for (const [path, text] of textsOf(pack)) {
    expect(text, path).not.toMatch(/["'‘]|\.\.\./);
    const unquoted = text.replaceAll(new RegExp(`${opening}[^“”„«»]+${closing}`, 'g'), '');
    expect(unquoted, path).not.toMatch(/[“”„«»]/);
  }
});

test.each<[locale: string, pack: Messages, text: string]>([
  ['es', es, 'Ver 1.000.000 de títulos'],
  ['fr', fr, 'Voir 1\u202F000\u202F000 de titres'],
  ['it', it, 'Mostra 1.000.000 di titoli'],
  ['pt-BR', ptBR, 'Ver 1.000.000 de títulos'],
])('a million titles need a preposition in %s', (locale, pack, text) => {
  expect(formatMessage(pack.form.applyTitleCount, { count: 1_000_000 }, locale)).toBe(text);
});
