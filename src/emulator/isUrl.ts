/** Tells whether a text is an absolute URL. `URL.canParse` would do, but Safari before 17 lacks it. */
export function isUrl(text: string): boolean {
  try {
    return Boolean(new URL(text));
  } catch {
    return false;
  }
}
