import { parseJson } from '../har/har.js';
import { redactTokens } from '../shared/errors.js';
import { parseUrl } from '../shared/url.js';
import { sender, type Answer, type SenderOptions } from './examine.js';
import { printable, shortened, type DoctorRow } from './judge.js';
import { fieldsOf } from './seen.js';
import {
  serverFacts,
  serverRequests,
  type Cookie,
  type Sent,
  type ServerFact,
  type Visit,
  type VisitName,
} from './serverFacts.js';

/** Answers by the names of their requests. Without an answer, the request failed. */
type Visits = Readonly<Partial<Record<VisitName, Visit>>>;

/** Settings of {@link examineServer}. */
type ServerOptions = Omit<SenderOptions, 'basePath' | 'readsRedirects'> & {
  /** URL of the app's server entry, such as `https://app.example/api/discovr`. */
  readonly server: string;
};

/**
 * Examines the server entry of an app (`discovr-react/server`) from outside, without signing in.
 *
 * @throws {Error} when there is none at this URL.
 */
export async function examineServer({ server: address, ...options }: ServerOptions): Promise<DoctorRow[]> {
  const server = new URL(address);
  const send = sender({ ...options, basePath: address, readsRedirects: true });
  const visits: Partial<Record<VisitName, Visit>> = {};
  const visit = async (key: VisitName, sent: Sent) => {
    const answer = await send(sent.name, sent);
    if (answer) visits[key] = visitOf(sent, answer, server);
  };
  for (const [key, request] of Object.entries(serverRequests)) {
    // The keys are names of visits, which the type of `Object.entries()` does not say.
    await visit(key as VisitName, request(server.origin));
    if (key === 'read') assertEntry(visits.read, server);
  }
  const state = visits.begin?.location?.searchParams.get('state');
  const cookie = visits.begin?.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  if (state && cookie) {
    const name = `GET /sign-in/callback?error=access_denied&state=${encodeURIComponent(state)}`;
    await visit('finish', { name, headers: { cookie, 'sec-fetch-dest': 'document' } });
  }
  return serverFacts.map((fact) => rowOf(fact, visits, server));
}

/** @throws {Error} when an answer is not that of a server entry. */
function assertEntry(visit: Visit | undefined, server: URL): void {
  if (!visit) throw new Error(`${server.href}/sign-in gave no response. Start the server first.`);
  const { status, text } = visit;
  if (status === 200 && 'signIn' in fieldsOf(parseJson(text))) return;
  const cause =
    status === 403
      ? `Its option "origin" is not ${server.origin}`
      : `Pass the URL at which discovr.fetch() is mounted, such as ${server.origin}/api/discovr`;
  throw new Error(`${server.href}/sign-in returned ${status}. ${cause}.`);
}

/** Matches requests that a proxy in front of the server may answer itself. */
const isAnsweredBefore = /^(?:preflight|largeMint)$/;

function rowOf(one: ServerFact, visits: Visits, server: URL): DoctorRow {
  const { id, fact, section, notice, on, isMeant = () => true, isSo, quote } = one;
  // The keys are names of visits, which the type of `Object.keys()` does not say.
  const names = on ?? (Object.keys(visits) as VisitName[]).filter((name) => !isAnsweredBefore.test(name));
  const shown = names
    .flatMap((name) => visits[name] ?? [])
    .filter((visit) => visit.status < 500 && visit.status !== 429 && isMeant(visit));
  const other = shown.find((visit) => !isSo(visit, server));
  const visit = other ?? shown[0];
  const row = { id, fact, documented: true };
  if (!visit) return { ...row, result: 'notSeen' };
  const saw = `${visit.status} ${shortened(redactTokens(quote?.(visit) ?? visit.text))}`;
  const quotes = { ...row, sent: printable(visit.sent), saw: printable(saw) };
  if (!other) return { ...quotes, result: 'holds' };
  const change = `the app's server, or what is in front of it: docs/server.md#${section}`;
  return { ...quotes, result: 'differs', change, notice };
}

function visitOf({ name, headers = {} }: Sent, { response, text }: Answer, server: URL): Visit {
  const shownHeaders = Object.entries(headers).map(([key, value]) => (key === 'cookie' ? key : `${key}: ${value}`));
  const location = response.headers.get('location');
  return {
    sent: [name.replace(/state=[^&]+/, 'state=…'), ...shownHeaders].join('; '),
    status: response.status,
    headers: response.headers,
    cookies: response.headers.getSetCookie().map(cookieOf),
    text,
    location: location === null ? undefined : parseUrl(location, server.href),
  };
}

function cookieOf(header: string): Cookie {
  const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
  const [name, value] = splitAt(pair, '=');
  return {
    name,
    value,
    attributes: new Map(attributes.map((part) => splitAt(part, '=')).map(([key, text]) => [key.toLowerCase(), text])),
    shown: [`${name}=…`, ...attributes].join('; '),
  };
}

function splitAt(text: string, separator: string): [before: string, after: string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
