import * as z from 'zod/mini';
import { perObject } from '../messages/perObject.js';
import { foreignText, MAX_LENGTH } from '../shared/errors.js';
import type { Reading } from '../shared/trace.js';

/** Called with each difference between a response and what the library reads of it. */
export type OnDrift = (drift: Drift) => void;

/**
 * How a response differs from what this version of the library reads.
 *
 * - `unknownField`: a field that the library does not use
 * - `wrongType`: a value of an unexpected type or form
 * - `missing`: a required field is missing, so the call failed
 * - `unsafeImage`: an image URL that must not be shown, such as `javascript:`
 * - `droppedItem`: a list entry that was omitted: its type is unknown, it is a duplicate, or the list is too long
 * - `null`: `null` in place of a field, which counts as missing
 * - `envelope`: the values are wrapped differently than expected
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

/** Largest number of reported places. A server that uses ids as names of fields has no end of them. */
const MAX_REPORTED = 1_000;

/** Returns a function that reports the drift of responses to a listener, once for each route and path. */
export const driftReporterFor = perObject((onDrift: OnDrift) => {
  const reported = new Set<string>();
  return (reading: Reading): void => {
    for (const drift of driftOf(reading)) {
      const place = `${drift.route} ${drift.path}`;
      if (reported.has(place) || reported.size >= MAX_REPORTED) continue;
      reported.add(place);
      onDrift(drift);
    }
  };
});

/**
 * Lists how a response differs from what was read of it, each path once. Compares the body with the result, and learns
 * from the schema of the call which fields are known. A path contains names of fields, never a value.
 */
export function driftOf({ route, text, schema, result }: Reading): Drift[] {
  const found = new Map<string, DriftKind>();
  const report: Report = (path, what) => {
    if (!found.has(path)) found.set(path, what);
  };
  const body: unknown = text ? JSON.parse(text) : undefined;
  if (result.success) compareValues({ raw: body, read: result.data, schema, path: '' }, report);
  else for (const { path } of result.error.issues) report(path.reduce(joined, ''), whyUnreadable(body, path));
  return [...found].map(([path, what]) => ({ route, path, what }));
}

type Report = (path: string, what: DriftKind) => void;
type Schema = z.core.$ZodType;
type Fields = Readonly<Record<string, unknown>>;

/** A value of the body, and what was read of it. */
interface Place<Raw = unknown, Read = unknown> {
  readonly raw: Raw;
  readonly read: Read;
  /** Absent where a schema is hidden in a function. */
  readonly schema: Schema | undefined;
  readonly path: string;
}

/** Adds a key or an index to a path. */
function joined(path: string, part: PropertyKey): string {
  if (typeof part === 'number') return `${path}[]`;
  const name = foreignText(String(part), MAX_LENGTH.pathPart);
  return path ? `${path}.${name}` : name;
}

function compareValues({ raw, read, schema, path }: Place, report: Report): void {
  if (isList(raw)) {
    if (isList(read)) return compareLists({ raw, read, schema, path }, report);
    report(path, isFields(read) ? 'envelope' : 'wrongType');
    const list = isFields(read) && Object.values(read).find(isList);
    if (list) compareLists({ raw, read: list, schema: listIn(fieldsOf(schema, raw)?.shape), path }, report);
  } else if (isFields(raw) && isFields(read)) compareFields({ raw, read, schema, path }, report);
  // An image that must not be shown is read as `null`, or as an empty text.
  else if (raw && !read) report(path, typeof raw === 'string' ? 'unsafeImage' : 'wrongType');
}

function compareFields({ raw, read, schema, path }: Place<Fields, Fields>, report: Report): void {
  const { shape, isOfBody } = fieldsOf(schema, raw) ?? {};
  const other = Object.keys(read).find((key) => !Object.hasOwn(raw, key) && isList(read[key]));
  for (const [name, value] of Object.entries(raw)) {
    const at = joined(path, name);
    const part = ownPart(read, name);
    // A list that the schema does not name is its only list, in another envelope.
    const field = ownPart(shape, name) ?? (isList(value) && !isOfBody ? listIn(shape) : undefined);
    if (shape && !field) report(at, 'unknownField');
    else if (value === null) {
      if (part === undefined) report(at, 'null');
    } else if (part !== undefined) compareValues({ raw: value, read: part, schema: field, path: at }, report);
    else if (isList(value) && other) {
      report(at, 'envelope');
      compareValues({ raw: value, read: read[other], schema: field, path: at }, report);
    } else report(at, shape ? 'wrongType' : 'unknownField');
  }
}

/** Compares two lists. An entry that was omitted is recognized by the one that takes its place. */
function compareLists(
  { raw, read, schema, path }: Place<readonly unknown[], readonly unknown[]>,
  report: Report,
): void {
  const element = elementOf(schema);
  let index = 0;
  for (const value of raw) {
    const isRead = raw.length === read.length || (index < read.length && isSame(value, read[index]));
    if (isRead) compareValues({ raw: value, read: read[index], schema: element, path: joined(path, 0) }, report);
    else report(joined(path, 0), 'droppedItem');
    if (isRead) index += 1;
  }
}

/** Whether an entry of a body is the one that was read: it has the same texts and numbers, except converted ones. */
function isSame(raw: unknown, read: unknown): boolean {
  if (!isFields(raw) || !isFields(read)) return raw === read;
  const names = 'id' in raw ? ['id', 'type'] : Object.keys(raw).filter((name) => isSimple(ownPart(read, name)));
  return names.every((name) => textOf(raw[name]) === textOf(read[name]));
}

const isSimple = (value: unknown) => value !== undefined && typeof value !== 'object';
// `String` throws for an object with a field `toString`.
const textOf = (value: unknown) => (isSimple(value) ? String(value) : undefined);

/** Why a value made the whole response unreadable. */
function whyUnreadable(body: unknown, path: readonly PropertyKey[]): DriftKind {
  const parent = path.slice(0, -1).reduce(partOf, body);
  const isMissing = isFields(parent) && (partOf(parent, path.at(-1) ?? '') ?? null) === null;
  return isMissing ? 'missing' : 'wrongType';
}

function ownPart<Part>(fields: Readonly<Record<string, Part>> | undefined, name: string): Part | undefined {
  return fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** Reads a part of a value of unknown origin. */
const partOf = (value: unknown, part: PropertyKey): unknown => Object(value)[part];

/** The fields that a schema names. `isOfBody` is `false` if they are those of a value made from the body. */
interface KnownFields {
  readonly shape: Readonly<Record<string, Schema>>;
  readonly isOfBody: boolean;
}

// A schema of zod is one of these, which its type does not say.
const defOf = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def;

/** Returns the fields that a schema names for a value. */
function fieldsOf(schema: Schema | undefined, value: unknown): KnownFields | undefined {
  const def = schema && defOf(schema);
  switch (def?.type) {
    case 'object':
      return { shape: def.shape, isOfBody: true };
    case 'optional':
      return fieldsOf(def.innerType, value);
    case 'union': {
      const clean = withoutNulls(value);
      return fieldsOf(
        def.options.find((option) => z.safeParse(option, clean).success),
        value,
      );
    }
    case 'pipe': {
      const made = fieldsOf(def.out, value);
      return fieldsOf(def.in, value) ?? (made && { ...made, isOfBody: false });
    }
    default:
      return undefined;
  }
}

/** Returns the schema of the entries of a list. */
function elementOf(schema: Schema | undefined): Schema | undefined {
  const def = schema && defOf(schema);
  if (def?.type === 'array') return def.element;
  if (def?.type === 'optional') return elementOf(def.innerType);
  return def?.type === 'pipe' ? (elementOf(def.in) ?? elementOf(def.out)) : undefined;
}

const listIn = (shape: KnownFields['shape'] = {}) => Object.values(shape).find((field) => elementOf(field));

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !isList(value);

/** Copies a value without the fields that are `null`, as they are read. */
const withoutNulls = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, part: unknown) => part ?? undefined);
