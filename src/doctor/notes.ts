import { urlOfRequest, type Har, type HarEntry } from '../har/har.js';

/** Difference between two clocks that is not mentioned, in seconds. */
const CLOCK_TOLERANCE = 30;

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
