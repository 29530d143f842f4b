import type { Messages, MessagesOverride } from './messages.js';

/**
 * Returns sections of messages with overrides applied. The forms of a plural message are replaced together, so that
 * languages never mix. Unknown keys are ignored, except names of regions, and so is what is not a text where a text
 * belongs.
 */
export function mergeMessages<Section extends keyof Messages>(
  base: Pick<Messages, Section>,
  override: MessagesOverride | undefined,
): Pick<Messages, Section> {
  return override ? mergeInto(base, override) : base;
}

function mergeInto<T extends object>(base: T, override: object): T {
  const entries = Object.entries(base).map(([key, value]: [string, string | object]) => {
    const custom: unknown = Object.hasOwn(override, key) ? override[key as keyof typeof override] : undefined;
    if (custom === undefined) return [key, value];
    // Replaces a message, plural or not, entirely. Merges a section.
    if (typeof value === 'string' || 'other' in value) return [key, isMessage(custom, value) ? custom : value];
    if (key === 'regionNames') return [key, { ...value, ...namesIn(custom) }];
    return [key, isObject(custom) ? mergeInto(value, custom) : value];
  });
  return Object.fromEntries(entries) as T;
}

/** The texts of a custom section whose keys are codes. */
function namesIn(custom: unknown): object {
  const entries = isObject(custom) ? Object.entries(custom) : [];
  return Object.fromEntries(entries.filter(([, name]) => typeof name === 'string'));
}

/** Whether a value can replace a message. Only messages with a placeholder are formatted, so only they can be plural. */
function isMessage(value: unknown, replaced: string | object): boolean {
  if (!isObject(value)) return typeof value === 'string';
  const isFormatted = typeof replaced !== 'string' || replaced.includes('{');
  return isFormatted && 'other' in value && Object.values(value).every((text) => typeof text === 'string');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
