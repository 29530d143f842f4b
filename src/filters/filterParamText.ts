/** Maximum number of values of one URL key. Both writing and reading drop further values. */
export const MAX_URL_VALUES = 200;

/** Values read from one key. */
export interface ReadText<Value> {
  readonly values: readonly Value[];
  /** Number of values that could not be read, plus 1 if values beyond {@link MAX_URL_VALUES} were dropped. */
  readonly ignoredCount: number;
}

/** Joins values with dots. */
export function writeList(values: readonly (number | string)[] | undefined): string | undefined {
  return values?.slice(0, MAX_URL_VALUES).map(escapeId).join('.');
}

/** Joins two bounds with `..`. Either bound may be open; returns `undefined` when both are open. */
export function writeRange(lower: number | string | undefined, upper: number | string | undefined): string | undefined {
  return lower === undefined && upper === undefined ? undefined : `${lower ?? ''}..${upper ?? ''}`;
}

/** Parses values that are joined with dots. */
export function readList<Value>(text: string, read: (item: string) => Value | undefined): ReadText<Value> {
  const items = text.split('.', MAX_URL_VALUES + 1);
  const nonEmpty = items.slice(0, MAX_URL_VALUES).filter(Boolean);
  const values = nonEmpty.map((item) => read(unescapeId(item))).filter((value) => value !== undefined);
  const tooMany = items.length > MAX_URL_VALUES ? 1 : 0;
  return { values, ignoredCount: nonEmpty.length - values.length + tooMany };
}

/** Parses two bounds that are joined with `..`. Either bound may be open. */
export function readRange<Value>(
  text: string,
  read: (bound: string) => Value | undefined,
): ReadText<Value | undefined> {
  const bounds = text.split('..');
  if (bounds.length !== 2) return { values: [], ignoredCount: text ? 1 : 0 };
  const values = bounds.map(read);
  const nonEmptyCount = bounds.filter(Boolean).length;
  return { values, ignoredCount: nonEmptyCount - values.filter((value) => value !== undefined).length };
}

// Characters other than letters, digits and hyphens are written as `_hex_`, so that a dot in an id is not read as a
// separator, and an underscore is not read as an escape.
function escapeId(id: number | string): string {
  return String(id).replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}_`);
}

function unescapeId(text: string): string {
  return text.replace(/_([0-9a-f]{1,6})_/g, (escape, hex: string) => {
    const codePoint = Number.parseInt(hex, 16);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : escape;
  });
}
