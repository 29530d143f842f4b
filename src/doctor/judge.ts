import { urlOfRequest, type Har, type HarEntry } from '../har/har.js';
import { historyFacts } from './historyFacts.js';
import { pageFacts } from './pageFacts.js';
import { exchangesOf, Seen, type Exchange, type Fact } from './seen.js';
import { sessionFacts } from './sessionFacts.js';
import { titleFacts } from './titleFacts.js';

/** The result for one fact. A documented fact `holds` or `differs`; an inferred one is `confirmed` or `refuted`. */
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

/** Difference between two clocks that is not mentioned, in seconds. */
const CLOCK_TOLERANCE = 30;

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
    return shortened(JSON.stringify(value) ?? 'no JSON');
  } catch {
    return 'JSON that is nested too deeply';
  }
}

/** Longest text that a row quotes, in characters. */
const MAX_QUOTE = 300;

/** Shortens a text to what a row quotes. */
export const shortened = (text: string): string => (text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text);

/** Escapes characters that control a terminal or change the direction of text. Keeps line breaks. */
export const printable = (text: string): string =>
  text.replace(
    /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );

/** Returns what a recording shows apart from the contract: a wrong clock, and what CORS does not allow. */
export const notesOf = ({ log: { entries } }: Har): string[] => [
  ...clockNotes(entries),
  ...new Set(entries.flatMap(corsNotes)),
];

/** Compares the clock of this device with that of the API, by requests that no cache answers. */
function clockNotes(entries: readonly HarEntry[]): string[] {
  const differences = entries
    .filter(({ request }) => request.method === 'POST')
    .map(({ response, startedDateTime }) => Date.parse(startedDateTime) - Date.parse(headerOf(response, 'date')))
    .filter((difference) => !Number.isNaN(difference))
    .sort((one, other) => Math.abs(one) - Math.abs(other));
  const seconds = Math.round((differences[0] ?? 0) / 1000);
  if (Math.abs(seconds) <= CLOCK_TOLERANCE) return [];
  const relation = seconds > 0 ? 'ahead of' : 'behind';
  return [`The clock of this device is ${Math.abs(seconds)} s ${relation} that of the API.`];
}

/** Judges a preflight as a browser does. */
function corsNotes({ request, response }: HarEntry): string[] {
  const origin = headerOf(request, 'origin');
  const method = headerOf(request, 'access-control-request-method');
  if (request.method !== 'OPTIONS' || !origin || !method || response.status === 0) return [];
  const allowed = (name: string) => listIn(headerOf(response, `access-control-allow-${name}`));
  const headers = allowed('headers');
  const missing = listIn(headerOf(request, 'access-control-request-headers')).filter(
    // A wildcard does not stand for this header.
    (name) => !headers.includes(name) && (name === 'authorization' || !headers.includes('*')),
  );
  const methods = allowed('methods');
  const isMethodAllowed =
    /^(?:GET|HEAD|POST)$/.test(method) || methods.includes('*') || methods.includes(method.toLowerCase());
  const allowedOrigin = headerOf(response, 'access-control-allow-origin');
  const isOriginAllowed = allowedOrigin === '*' || allowedOrigin === origin;
  const reasons = [
    ...(response.status >= 300 ? [`the preflight returned ${response.status}`] : []),
    ...(isOriginAllowed ? [] : ['Access-Control-Allow-Origin does not allow the origin']),
    ...(isMethodAllowed ? [] : [`Access-Control-Allow-Methods lacks ${method}`]),
    ...missing.map((name) => `Access-Control-Allow-Headers lacks ${name}`),
  ];
  const { pathname } = urlOfRequest(request.url);
  return reasons.map((reason) => `Browsers at ${origin} cannot send ${method} ${pathname}: ${reason}.`);
}

const headerOf = ({ headers }: HarEntry['request'] | HarEntry['response'], name: string) =>
  headers.find((header) => header.name.toLowerCase() === name)?.value ?? '';

const listIn = (header: string) =>
  header
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
