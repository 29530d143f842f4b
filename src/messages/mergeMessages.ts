import type { Messages, MessagesOverride } from './messages.js';

/**
 * Returns sections of messages with overrides applied. The forms of a plural message are replaced together, so that
 * languages never mix. Unknown keys are ignored.
 */
export function mergeMessages<Section extends keyof Messages>(
  base: Pick<Messages, Section>,
  override: MessagesOverride | undefined,
): Pick<Messages, Section> {
  return override ? mergeInto(base, override) : base;
}

function mergeInto<T extends object>(base: T, override: object): T {
  const entries = Object.entries(base).map(([key, value]: [string, unknown]) => {
    const custom: unknown = Object.hasOwn(override, key) ? override[key as keyof typeof override] : undefined;
    if (custom === undefined) return [key, value];
    // Replaces a message, plural or not, entirely. Merges a section, and ignores an override that is not an object.
    if (!isObject(value) || 'other' in value) return [key, custom];
    return [key, isObject(custom) ? mergeInto(value, custom) : value];
  });
  return Object.fromEntries(entries) as T;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
