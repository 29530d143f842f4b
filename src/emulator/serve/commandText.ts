import type { EmulatorCredential } from '../createEmulator.js';

/** What `discovr-emulator --help` prints. */
export const usage = `Usage: discovr-emulator [options]

Serves an embedded Discovr over HTTP: sign-in, profiles, sessions and pages over real titles, without an account.
For development only: whoever can reach it is let in. It answers this computer's own names and pages, unless told of
others.

  --port 4010              Port to listen on
  --host 127.0.0.1         Address to listen on; 0.0.0.0 lets a phone or TV in, by a name given with --allow-host
  --allow-host NAME        Name or address of this computer that other devices use; may be repeated
  --allow-origin ORIGIN    Origin of a page elsewhere that may call it, or null; may be repeated
  --latency 0              Milliseconds each request waits
  --seed TEXT              Makes ids and the order of titles repeat from run to run; each seed has its own credential
  --refresh-token rt_TEXT  Refresh token of the printed settings; never a real one
  --help                   Show this text

A TV on your network:  discovr-emulator --host 0.0.0.0 --allow-host tv-dev.local
`;

/** What the command prints once it listens: the settings to paste, and the hosts by which other devices reach it. */
export function settingsToPaste(
  url: string,
  { refreshToken, profileId }: EmulatorCredential,
  otherHosts: readonly string[] = [],
): string {
  const fields = [`refreshToken: '${refreshToken}'`, ...(profileId ? [`profileId: '${profileId}'`] : [])];
  const others = otherHosts.map((host) => Object.assign(new URL(url), { hostname: host }).origin);
  return `Discovr emulator on ${url}, for development only

  const client = new DiscovrClient('emulator', {
    basePath: '${url}',
    credentialStore: memoryCredentialStore({
      ${fields.join(',\n      ')},
    }),
  });

The same settings work after a restart.
${others.length > 0 ? `Other devices reach it at ${others.join(' and ')}.\n` : ''}Ctrl-C ends it.
`;
}

/** Says in one sentence why the command could not start, and what helps. */
export function startFailure(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${port} is already in use; choose another, such as --port ${anotherPort(port)}.`;
  if (code === 'EACCES') return `Port ${port} needs special rights; choose one above 1023 with --port 4010.`;
  return `The emulator could not start: ${error instanceof Error ? error.message : String(error)}`;
}

function anotherPort(port: number): number {
  return port < 65_535 ? port + 1 : port - 1;
}
