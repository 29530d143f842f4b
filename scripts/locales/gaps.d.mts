import type { Message } from '../../src/messages/messages.js';

/** Sentences about what a locale pack lacks. */
export interface LocaleGaps {
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly plurals: readonly string[];
  readonly placeholders: readonly string[];
  readonly english: readonly string[];
}

export function findGaps(locale: string, pack: object, english: object): LocaleGaps;
export function messagesOf(pack: object): Map<string, Message>;
export function sentencesOf(message: Message): [category: string, text: string][];
export function textsOf(pack: object): [path: string, text: string][];
export function withoutPlaceholders(text: string): string;
