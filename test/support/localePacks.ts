import { ar } from '../../src/locales/ar.js';
import { de } from '../../src/locales/de.js';
import { en } from '../../src/locales/en.js';
import { es } from '../../src/locales/es.js';
import { fr } from '../../src/locales/fr.js';
import { it } from '../../src/locales/it.js';
import { ja } from '../../src/locales/ja.js';
import { ko } from '../../src/locales/ko.js';
import { nl } from '../../src/locales/nl.js';
import { pl } from '../../src/locales/pl.js';
import { ptBR } from '../../src/locales/pt-BR.js';
import { tr } from '../../src/locales/tr.js';
import { zhHans } from '../../src/locales/zh-Hans.js';
import type { Messages } from '../../src/messages/messages.js';

/** Every locale pack by its locale, in the order of package.json. */
export const localePacks = {
  en,
  ar,
  de,
  es,
  fr,
  it,
  ja,
  ko,
  nl,
  pl,
  'pt-BR': ptBR,
  tr,
  'zh-Hans': zhHans,
} as const satisfies Readonly<Record<string, Messages>>;
