import type { Har } from '../har/har.js';
import { historyFacts } from './historyFacts.js';
import { pageFacts } from './pageFacts.js';
import { exchangesOf, Seen, type Exchange, type Fact } from './seen.js';
import { sessionFacts } from './sessionFacts.js';
import { titleFacts } from './titleFacts.js';

/** What a doctor says about one fact. A documented fact `holds` or `differs`; an inferred one is `confirmed` or `refuted`. */
export interface DoctorRow {
  id: string;
  /** The fact, in Markdown. */
  fact: string;
  documented: boolean;
  result: 'holds' | 'differs' | 'confirmed' | 'refuted' | 'notSeen';
  /** The request that shows it. */
  sent?: string;
  /** Its answer, with pseudonyms, in short. */
  saw?: string;
  /** The file of the library to change, if the result is `differs` or `refuted`. */
  change?: string;
  /** What people notice until that file is changed. */
  notice?: string;
}

/** Longest answer that a row quotes, in characters. */
const MAX_QUOTE = 300;

/** Judges every fact of the contract by a recording. */
export function judge(har: Har): DoctorRow[] {
  const seen = new Seen(exchangesOf(har));
  return [...sessionFacts, ...pageFacts, ...titleFacts, ...historyFacts].map((fact) => rowOf(fact, seen));
}

/** Whether a row says that the API is different. */
export const isDifferent = ({ result }: DoctorRow): boolean => result === 'differs' || result === 'refuted';

function rowOf({ id, fact, value, basis, where, notice, find }: Fact, seen: Seen): DoctorRow {
  const documented = basis === 'documented';
  const row = { id, fact: value === undefined ? fact : `${fact}: ${value}`, documented };
  const finding = find && found(find, seen);
  if (!finding) return { ...row, result: 'notSeen' };
  const shown = { ...row, ...quoteOf(finding.shownBy) };
  if (finding.isSo) return { ...shown, result: documented ? 'holds' : 'confirmed' };
  return {
    ...shown,
    result: documented ? 'differs' : 'refuted',
    change: where.replaceAll('`', ''),
    ...(notice !== undefined && { notice }),
  };
}

/** Looks for a fact. Values that cannot be converted show nothing. */
function found(find: NonNullable<Fact['find']>, seen: Seen) {
  try {
    return find(seen);
  } catch {
    return undefined;
  }
}

function quoteOf({ method, path, query, sent, status, body }: Exchange): { sent: string; saw: string } {
  const request = `${method} ${path}${query.size > 0 ? `?${query}` : ''}`;
  return {
    sent: printable(sent === undefined ? request : `${request} ${quoted(sent)}`),
    saw: printable(`${status} ${quoted(body)}`),
  };
}

function quoted(value: unknown): string {
  try {
    const text = JSON.stringify(value) ?? 'no JSON';
    return text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text;
  } catch {
    return 'JSON that is nested too deeply';
  }
}

/** Escapes characters that control a terminal or change the direction of text. Keeps line breaks. */
export const printable = (text: string): string =>
  text.replace(
    /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
