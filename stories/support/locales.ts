import { ar } from '../../src/locales/ar.js';
import { de } from '../../src/locales/de.js';
import { en } from '../../src/locales/en.js';
import { isRightToLeftLocale } from '../../src/messages/direction.js';
import type { Messages } from '../../src/messages/messages.js';

/** Messages of the languages in which the stories are available. */
export const messagesByLocale = { en, de, ar } as const satisfies Readonly<Record<string, Messages>>;

/** The locales in the Storybook toolbar. */
export type StoryLocale = keyof typeof messagesByLocale;

export function directionOf(locale: StoryLocale): 'ltr' | 'rtl' {
  return isRightToLeftLocale(locale) ? 'rtl' : 'ltr';
}
