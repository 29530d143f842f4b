/** Most values one key of the URL may carry; what is beyond is left out when writing and when reading. */
export const MAX_URL_VALUES = 200;

/** The values of one key that could be read, and how many others it has. */
export interface ReadText<Value> {
  readonly values: readonly Value[];
  readonly ignoredCount: number;
}

/** Writes values with dots between them. */
export function writeList(values: readonly (number | string)[] | undefined): string | undefined {
  return values?.slice(0, MAX_URL_VALUES).map(escapeId).join('.');
}

/** Writes two bounds, either of which may be open. */
export function writeRange(lower: number | string | undefined, upper: number | string | undefined): string | undefined {
  return lower === undefined && upper === undefined ? undefined : `${lower ?? ''}..${upper ?? ''}`;
}

/** Reads values with dots between them. */
export function readList<Value>(text: string, read: (item: string) => Value | undefined): ReadText<Value> {
  const items = text.split('.', MAX_URL_VALUES + 1);
  const said = items.slice(0, MAX_URL_VALUES).filter(Boolean);
  const values = said.map((item) => read(unescapeId(item))).filter((value) => value !== undefined);
  const tooMany = items.length > MAX_URL_VALUES ? 1 : 0;
  return { values, ignoredCount: said.length - values.length + tooMany };
}

/** Reads two bounds, either of which may be open. */
export function readRange<Value>(
  text: string,
  read: (bound: string) => Value | undefined,
): ReadText<Value | undefined> {
  const bounds = text.split('..');
  if (bounds.length !== 2) return { values: [], ignoredCount: text ? 1 : 0 };
  const values = bounds.map(read);
  const said = bounds.filter(Boolean).length;
  return { values, ignoredCount: said - values.filter((value) => value !== undefined).length };
}

// Ids are mostly digits; what the list's own dot or the escape could be mistaken for is written as `_hex_`.
function escapeId(id: number | string): string {
  return String(id).replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}_`);
}

function unescapeId(text: string): string {
  return text.replace(/_([0-9a-f]{1,6})_/g, (escape, hex: string) => {
    const codePoint = Number.parseInt(hex, 16);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : escape;
  });
}
