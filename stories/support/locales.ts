import { ar } from '../../src/locales/ar.js';
import { de } from '../../src/locales/de.js';
import { en } from '../../src/locales/en.js';
import type { Messages } from '../../src/messages/messages.js';

/** Locales of the toolbar. */
export type StoryLocale = 'en' | 'de' | 'ar';

export const messagesByLocale: Readonly<Record<StoryLocale, Messages>> = { en, de, ar };

export function directionOf(locale: StoryLocale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr';
}
