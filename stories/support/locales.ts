import { en } from '../../src/locales/en.js';
import { isRightToLeftLocale } from '../../src/messages/locale.js';
import type { Messages } from '../../src/messages/messages.js';

/** A language in which the stories are available. */
interface StoryLanguage {
  /** Name of the language in itself. */
  readonly name: string;
  /** Loads its pack, so that a story loads only one. */
  readonly load: () => Promise<Messages>;
}

/** All packs but the English one, which each story needs and `bundledSources` serves in a bundle. */
const packs = import.meta.glob<Readonly<Record<string, Messages>>>([
  '../../src/locales/*.ts',
  '!../../src/locales/{en,*.test}.ts',
]);

/** The languages in the Storybook toolbar by locale, English first. */
export const storyLanguages: Readonly<Record<string, StoryLanguage>> = {
  en: { name: nameOf('en'), load: async () => en },
  ...Object.fromEntries(
    Object.entries(packs).map(([path, load]): [string, StoryLanguage] => {
      const locale = /([^/]+)\.ts$/.exec(path)![1]!;
      // Each module exports one pack.
      return [locale, { name: nameOf(locale), load: async () => Object.values(await load())[0]! }];
    }),
  ),
};

function nameOf(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
  return name.replace(/^./, (letter) => letter.toLocaleUpperCase(locale));
}

/** Loads the messages in a language of the toolbar. */
export async function messagesIn(locale: string): Promise<Messages> {
  const language = storyLanguages[locale];
  if (!language) throw new Error(`There is no locale pack for ${locale}.`);
  return language.load();
}

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return isRightToLeftLocale(locale) ? 'rtl' : 'ltr';
}
