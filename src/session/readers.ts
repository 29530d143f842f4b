/**
 * Reads a value of unknown origin, and throws when it does not fit. The zod schemas are loaded with the calls. The
 * stored credential is read earlier, and needs only a few readers, which the messages of other tabs use too.
 */
export type Reader<T> = (value: unknown) => T;

/** Thrown for a value that does not fit. One object, because creating an error with its stack takes half a millisecond. */
export const UNFIT = new TypeError('The value does not fit.');

/** Returns a reader of texts. Lengths are in UTF-16 code units. */
export function text(minLength: number, maxLength = Infinity): Reader<string> {
  return (value) => {
    if (typeof value !== 'string' || value.length < minLength || value.length > maxLength) throw UNFIT;
    return value;
  };
}

/** Returns a reader of texts that fit. */
export function textThat(isFit: (text: string) => boolean, maxLength?: number): Reader<string> {
  const read = text(1, maxLength);
  return (value) => {
    const result = read(value);
    if (!isFit(result)) throw UNFIT;
    return result;
  };
}

/** Returns a reader of numbers from 0 to a maximum. `NaN` does not fit. */
export function numberUpTo(maximum: number): Reader<number> {
  return (value) => {
    if (typeof value !== 'number' || !(value >= 0 && value <= maximum)) throw UNFIT;
    return value;
  };
}

/** Returns a reader that accepts only one value. */
export function literal<T extends string | number>(expected: T): Reader<T> {
  return (value) => {
    if (value !== expected) throw UNFIT;
    return expected;
  };
}

/** Returns a reader that also accepts a missing value. */
export function optional<T>(read: Reader<T>): Reader<T | undefined> {
  return (value) => (value === undefined ? undefined : read(value));
}

/** Returns a reader of objects. The result has only the given properties. */
export function object<T extends object>(readers: { [Key in keyof Required<T>]: Reader<T[Key]> }): Reader<T> {
  return (value) => {
    if (typeof value !== 'object' || value === null) throw UNFIT;
    const result: Partial<T> = {};
    for (const key in readers) {
      // The properties of an object of unknown origin are unknown.
      const part = readers[key]((value as { [Key in keyof T]?: unknown })[key]);
      if (part !== undefined) result[key] = part;
    }
    // Each required property has been read.
    return result as T;
  };
}

/** Reads a value. Returns `undefined` when it does not fit, or when a getter of the value throws. Never throws. */
export function readOrUndefined<T>(read: Reader<T>, value: unknown): T | undefined {
  try {
    return read(value);
  } catch {
    return undefined;
  }
}
