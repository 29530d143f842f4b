const RIGHT_TO_LEFT = ['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'];

/** Whether the language of a BCP 47 tag is written right to left. */
export function isRightToLeftLocale(locale: string): boolean {
  return RIGHT_TO_LEFT.includes(locale.split('-')[0]!.toLowerCase());
}

/**
 * Wraps a Latin name in Unicode isolates for a right-to-left language, where "Disney+" would otherwise read "+Disney".
 * Returns the name unchanged for other languages.
 */
export function isolateName(name: string, locale: string): string {
  return isRightToLeftLocale(locale) && /[a-z]/i.test(name) ? `\u2068${name}\u2069` : name;
}
