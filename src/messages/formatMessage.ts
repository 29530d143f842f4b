import { perLocale, substitutes } from './locale.js';
import type { Message } from './messages.js';

/** Formats of whole and decimal numbers. */
export const numberFormatOf = perLocale((locale) => new Intl.NumberFormat([locale, 'en']));
const plurals = perLocale((locale) => substitutes.pluralRules?.(locale) ?? new Intl.PluralRules([locale, 'en']));

/** Values for the placeholders of a message. Numbers are formatted for the locale. */
type MessageValues = Readonly<Record<string, string | number>>;

/**
 * Fills in the `{name}` placeholders of a message and selects the plural form for the value `count`. A placeholder
 * without a value stays visible, so that mistakes in a translation are easy to spot.
 *
 * @param locale BCP 47 tag for plural rules and numbers. Defaults to `'en'`.
 */
export function formatMessage(message: Message, values: MessageValues = {}, locale = 'en'): string {
  const template: unknown = typeof message === 'string' ? message : pluralOf(message, values['count'], locale);
  // An app in JavaScript can pass anything, and a text that is wrong must not hide the page.
  if (typeof template !== 'string') return '';
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return placeholder;
    return typeof value === 'number' ? numberFormatOf(locale).format(value) : value;
  });
}

function pluralOf(message: Exclude<Message, string>, count: string | number | undefined, locale: string): string {
  return message[plurals(locale).select(Number(count))] ?? message.other;
}

/** Returns the text under an untrusted key, or `undefined` for unknown or inherited keys such as `constructor`. */
export function lookUp(texts: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}
