import fc from 'fast-check';
import { hostileJson, hostileNumber, hostileText } from './hostileValues.js';
import { prototypeNames } from './prototypeNames.js';

/** Changes that replace, remove, add or wrap values at random places of a valid response. */
const changes = fc.array(
  fc.record({
    place: fc.nat(),
    what: fc.constantFrom('replace', 'remove', 'add', 'wrap'),
    value: hostileJson,
    key: fc.oneof(fc.string(), fc.constantFrom(...prototypeNames)),
  }),
  { minLength: 1, maxLength: 3 },
);

type Change = typeof changes extends fc.Arbitrary<(infer One)[]> ? One : never;

/**
 * Hostile values for all occurrences of some keys. Each has the type of the value it replaces, so that more of them
 * pass a schema.
 */
const hostileFields = fc.array(fc.record({ key: fc.nat(), text: hostileText, number: hostileNumber }), {
  minLength: 1,
  maxLength: 6,
});

/** Functions that corrupt a valid response, each in a different way. */
export const corruptions: fc.Arbitrary<(good: unknown) => unknown> = fc.oneof(
  changes.map((all) => (good: unknown) => changed(good, all)),
  hostileFields.map((fields) => (good: unknown) => {
    const result: unknown = structuredClone(good);
    const places = placesOf(result);
    const keys = [...new Set(places.map(({ key }) => key))].filter((key) => /\D/.test(key));
    for (const field of fields) {
      const name = keys[field.key % keys.length];
      for (const { parent, key, value } of places) if (parent && key === name) parent[key] = ofSameType(value, field);
    }
    return result;
  }),
);

function changed(good: unknown, all: readonly Change[]): unknown {
  let result: unknown = structuredClone(good);
  for (const change of all) {
    const places = placesOf(result);
    const place = places[change.place % places.length]!;
    const value = change.what === 'wrap' ? [place.value] : change.value;
    if (!place.parent) result = change.what === 'remove' ? undefined : value;
    else if (change.what === 'remove') delete place.parent[place.key];
    else define(place.parent, change.what === 'add' ? change.key : place.key, value);
  }
  return result;
}

function ofSameType(value: unknown, { text, number }: { readonly text: string; readonly number: number }): unknown {
  if (typeof value === 'string') return text;
  return typeof value === 'number' ? number : value;
}

interface Place {
  readonly parent?: Record<string, unknown>;
  readonly key: string;
  readonly value: unknown;
}

function placesOf(value: unknown, parent?: Record<string, unknown>, key = ''): Place[] {
  const place: Place = parent ? { parent, key, value } : { key, value };
  if (typeof value !== 'object' || value === null) return [place];
  // The indexes of an array are keys as well.
  const container = value as Record<string, unknown>;
  return [place, ...Object.keys(container).flatMap((name) => placesOf(container[name], container, name))];
}

/** Sets an own property, also for the key `__proto__`, as JSON.parse does. No JSON sets the length of an array. */
function define(target: Record<string, unknown>, key: string, value: unknown): void {
  if (Array.isArray(target) && key === 'length') return;
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
