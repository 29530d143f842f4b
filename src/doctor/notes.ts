import { parseJson, urlOfRequest, type Har, type HarEntry } from '../har/har.js';

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

/** Returns what is wrong with the packages in the `node_modules` of a project that has this library. */
export async function projectNotes(readFile: (path: string) => Promise<string>): Promise<string[]> {
  const manifestOf = async (path: string): Promise<Manifest | undefined> => {
    const text = await readFile(`node_modules/${path}/package.json`).catch(() => '');
    const manifest: unknown = parseJson(text ?? '');
    return typeof manifest === 'object' && manifest !== null ? manifest : undefined;
  };
  const library = await manifestOf('discovr-react');
  const notes = Object.entries(library?.peerDependencies ?? {}).map(async ([name, range]) => {
    const [shared, own] = await Promise.all([manifestOf(name), manifestOf(`discovr-react/node_modules/${name}`)]);
    const isOptional = library?.peerDependenciesMeta?.[name]?.optional === true;
    return [
      ...(shared || own || isOptional ? [] : [`${name} is not installed. Install ${range}.`]),
      ...(shared?.version && !satisfies(shared.version, range)
        ? [`${name} is ${shared.version}. This library takes ${range}.`]
        : []),
      ...(shared && own
        ? [`There are two copies of ${name}: ${shared.version}, and ${own.version} for this library alone. Hooks fail.`]
        : []),
    ];
  });
  return (await Promise.all(notes)).flat();
}

interface Manifest {
  readonly version?: string;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** Whether a version is in a range such as `^18.2.0 || ^19.0.0`. Ranges of other forms are not judged. */
function satisfies(version: string, range: string): boolean {
  const numbersOf = (text: string) => (/\d+\.\d+\.\d+/.exec(text)?.[0] ?? '').split('.').map(Number);
  const [major = 0, minor = 0, patch = 0] = numbersOf(version);
  return range.split('||').some((part) => {
    if (!/^\s*\^[1-9]\d*\.\d+\.\d+\s*$/.test(part)) return true;
    const [leastMajor = 0, leastMinor = 0, leastPatch = 0] = numbersOf(part);
    return major === leastMajor && (minor > leastMinor || (minor === leastMinor && patch >= leastPatch));
  });
}
