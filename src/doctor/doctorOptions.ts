import { parseArgs } from 'node:util';
import { isLoopback, parseUrl } from '../shared/url.js';

/** Options of the `discovr-react doctor` command. */
export interface DoctorOptions {
  readonly basePath: string;
  readonly clientId?: string | undefined;
  readonly profileId?: string | undefined;
  /** Origin of an app that calls the API from the browser. */
  readonly origin?: string | undefined;
  /** URL of the server entry of an app. */
  readonly server?: string | undefined;
  readonly writes: boolean;
  /** Whether changes are made without asking. */
  readonly isSure: boolean;
  readonly intervalMs: number;
  /** File to write the recording to. */
  readonly har?: string | undefined;
  /** Recording to judge instead of an API. */
  readonly replay?: string | undefined;
  readonly isJson: boolean;
}

/** Output of `discovr-react --help`. */
export const usage = `Usage: discovr-react doctor [options]
       discovr-react emulator [options]

doctor compares an API with the contract that the library relies on. It mints one session and creates pages. Without
--write, it changes nothing that a user would notice. The refresh token is read from the environment variable
DISCOVR_REFRESH_TOKEN, or else from standard input.

  --base-path URL     API to examine (https://api.discovr.media)
  --client-id ID      Also requests a sign-in code
  --profile ID        Profile to choose; the first one by default
  --origin URL        Also asks whether browsers may call the API from an app there
  --server URL        Also examines an app with discovr-react/server; without a token, only that
  --write             Also adds and removes a like and a history entry of that profile; asks first
  --yes               Does not ask
  --interval 1000     Milliseconds between requests
  --har FILE          Writes what it saw as HAR, without secrets
  --replay FILE       Judges a recording instead of an API
  --json              Prints the result as JSON, and nothing else
  --help              Show this text

Exit code: 0 if everything that was seen holds, 1 if something differs, 2 if it could not run.
`;

/**
 * Parses the arguments after `doctor`. Returns `help` when `--help` is present.
 *
 * @throws {Error} with a message for the developer when an argument is unknown or invalid.
 */
export function doctorOptions(args: readonly string[]): DoctorOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'base-path': { type: 'string', default: 'https://api.discovr.media' },
      'client-id': { type: 'string' },
      profile: { type: 'string' },
      origin: { type: 'string' },
      server: { type: 'string' },
      write: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      interval: { type: 'string', default: '1000' },
      har: { type: 'string' },
      replay: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const url = parseUrl(values['base-path']);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(`--base-path must be a URL such as https://api.discovr.media, not "${values['base-path']}".`);
  }
  const origin = values.origin === undefined ? undefined : parseUrl(values.origin)?.origin;
  if (origin === 'null' || (values.origin !== undefined && origin === undefined)) {
    throw new Error(`--origin must be a URL such as https://app.example, not "${values.origin}".`);
  }
  if (!/^\d{1,6}$/.test(values.interval)) {
    throw new Error(`--interval must be a whole number of milliseconds, not "${values.interval}".`);
  }
  const server = values.server === undefined ? undefined : serverOf(values.server);
  if (server !== undefined && values.replay !== undefined) {
    throw new Error('--server needs the network, but --replay works without it. Pass only one of them.');
  }
  return {
    basePath: url.href.replace(/\/$/, ''),
    clientId: values['client-id'],
    profileId: values.profile,
    origin,
    server,
    writes: values.write,
    isSure: values.yes,
    intervalMs: Number(values.interval),
    har: values.har,
    replay: values.replay,
    isJson: values.json,
  };
}

/** Returns the URL of a server entry. One without a path gets the default of `mountPath`. */
function serverOf(text: string): string {
  const url = parseUrl(text);
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))) {
    throw new Error(`--server must be a URL such as https://app.example/api/discovr, not "${text}".`);
  }
  return url.origin + (url.pathname === '/' ? '/api/discovr' : url.pathname.replace(/\/+$/, ''));
}
