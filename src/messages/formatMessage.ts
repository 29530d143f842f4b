import type { Message } from './messages.js';

/** Values for the placeholders of a message; numbers are written as the locale writes them. */
export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * Fills a message's `{name}` placeholders and picks the plural sentence for `{count}`. A placeholder without a value
 * stays visible, so that a slip in a pack is seen.
 *
 * @param locale BCP 47 tag for plural rules and numbers. Defaults to `'en'`.
 */
export function formatMessage(message: Message, values: MessageValues = {}, locale = 'en'): string {
  const template = typeof message === 'string' ? message : pluralOf(message, values['count'], locale);
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return placeholder;
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value;
  });
}

function pluralOf(message: Exclude<Message, string>, count: string | number | undefined, locale: string): string {
  return message[new Intl.PluralRules(locale).select(Number(count))] ?? message.other;
}
