/** Parses a text of digits as a number. Returns `undefined` for other text and for numbers above the safe integers. */
export function wholeNumber(text: string): number | undefined {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}
