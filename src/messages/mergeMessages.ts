import type { Messages, MessagesOverride } from './messages.js';

/**
 * Lays own words over a pack, or over some sections of one. Plural sentences are replaced whole, never mixed between languages; keys the
 * pack does not have are left out.
 */
export function mergeMessages<Section extends keyof Messages>(
  base: Pick<Messages, Section>,
  override: MessagesOverride | undefined,
): Pick<Messages, Section> {
  return override ? mergeInto(base, override) : base;
}

function mergeInto<T extends object>(base: T, override: object): T {
  const entries = Object.entries(base).map(([key, value]: [string, unknown]) => {
    const own: unknown = Object.hasOwn(override, key) ? override[key as keyof typeof override] : undefined;
    if (own === undefined) return [key, value];
    // A sentence, plural or not, is replaced whole; a section only takes in a section.
    if (!isObject(value) || 'other' in value) return [key, own];
    return [key, isObject(own) ? mergeInto(value, own) : value];
  });
  return Object.fromEntries(entries) as T;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
