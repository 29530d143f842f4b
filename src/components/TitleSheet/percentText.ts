/** Returns a percentage (0 to 100) in the locale's format. */
export function percentText(progress: number, locale: string): string {
  return new Intl.NumberFormat([locale, 'en'], { style: 'percent', maximumFractionDigits: 0 }).format(progress / 100);
}
