const RIGHT_TO_LEFT = ['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'];

/** Tells whether a language is written from right to left, by its BCP 47 tag. */
export function isRightToLeftLocale(locale: string): boolean {
  return RIGHT_TO_LEFT.includes(locale.split('-')[0]!.toLowerCase());
}

/**
 * Sets a name apart in a sentence of a right-to-left language, where "Disney+" would otherwise read "+Disney". In other
 * languages it stays as it is.
 */
export function isolateName(name: string, locale: string): string {
  return isRightToLeftLocale(locale) && /[a-z]/i.test(name) ? `\u2068${name}\u2069` : name;
}
