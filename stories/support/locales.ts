import { isRightToLeftLocale } from '../../src/messages/locale.js';
import type { Messages } from '../../src/messages/messages.js';

/** A language in which the stories are available. */
interface StoryLanguage {
  /** Name of the language in itself. */
  readonly name: string;
  /** Loads its pack, so that a story loads only one. */
  readonly load: () => Promise<Messages>;
}

/** The languages in the Storybook toolbar by locale. */
export const storyLanguages = {
  en: { name: 'English', load: async () => (await import('../../src/locales/en.js')).en },
  ar: { name: 'العربية', load: async () => (await import('../../src/locales/ar.js')).ar },
  de: { name: 'Deutsch', load: async () => (await import('../../src/locales/de.js')).de },
  es: { name: 'Español', load: async () => (await import('../../src/locales/es.js')).es },
  fr: { name: 'Français', load: async () => (await import('../../src/locales/fr.js')).fr },
  it: { name: 'Italiano', load: async () => (await import('../../src/locales/it.js')).it },
  ja: { name: '日本語', load: async () => (await import('../../src/locales/ja.js')).ja },
  ko: { name: '한국어', load: async () => (await import('../../src/locales/ko.js')).ko },
  nl: { name: 'Nederlands', load: async () => (await import('../../src/locales/nl.js')).nl },
  pl: { name: 'Polski', load: async () => (await import('../../src/locales/pl.js')).pl },
  'pt-BR': { name: 'Português (Brasil)', load: async () => (await import('../../src/locales/pt-BR.js')).ptBR },
  tr: { name: 'Türkçe', load: async () => (await import('../../src/locales/tr.js')).tr },
  'zh-Hans': { name: '简体中文', load: async () => (await import('../../src/locales/zh-Hans.js')).zhHans },
} as const satisfies Readonly<Record<string, StoryLanguage>>;

/** The locales in the Storybook toolbar. */
export type StoryLocale = keyof typeof storyLanguages;

export function directionOf(locale: StoryLocale): 'ltr' | 'rtl' {
  return isRightToLeftLocale(locale) ? 'rtl' : 'ltr';
}
