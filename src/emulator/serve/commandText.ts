import type { ServedEmulator } from './serveEmulator.js';

/** Output of `discovr-emulator --help`. */
export const usage = `Usage: discovr-emulator [options]

Serves an embedded Discovr over HTTP: sign-in, profiles, sessions and pages with real titles, without an account.
For development only: every device that can reach it has access. By default, only pages and programs on this computer
can use it.

  --port 4010              Port to listen on
  --host 127.0.0.1         Address to listen on; for a phone or TV, use 0.0.0.0 and --allow-host
  --allow-host NAME        Host name or IP address that other devices use for this computer; repeatable
  --allow-origin ORIGIN    Origin of other pages that may call the emulator; can be the origin "null"; repeatable
  --latency 0              Delay of each request in milliseconds
  --control                Lets tests cause faults with POST /__control; only with a --host of this computer
  --seed TEXT              Makes ids and the order of titles reproducible; each seed has a different credential
  --refresh-token rt_TEXT  Refresh token for the printed settings; never use a real one. By default, it stays the same;
                           with a --host that other devices can reach, it is random
  --help                   Show this text

A TV on your network:  discovr-emulator --host 0.0.0.0 --allow-host tv-dev.local
`;

/** Returns the text to print after the start: the settings to paste into an app, and the URLs for other devices. */
export function settingsToPaste(
  { url, credential, hasRandomToken }: Pick<ServedEmulator, 'url' | 'credential' | 'hasRandomToken'>,
  otherHosts: readonly string[] = [],
): string {
  const { refreshToken, profileId } = credential;
  const fields = [`refreshToken: '${refreshToken}'`, ...(profileId ? [`profileId: '${profileId}'`] : [])];
  const others = otherHosts.map((host) => Object.assign(new URL(url), { hostname: host }).origin);
  return `Discovr emulator on ${url}, for development only

  const client = new DiscovrClient('emulator', {
    basePath: '${url}',
    credentialStore: memoryCredentialStore({
      ${fields.join(',\n      ')},
    }),
  });

${hasRandomToken ? 'The refresh token changes with each start. To keep it, use --refresh-token.' : 'The same settings work after a restart.'}
${others.length > 0 ? `URLs for other devices: ${others.join(' and ')}.\n` : ''}Press Ctrl-C to stop the emulator.
`;
}

/** Returns a message that says why the command could not start and what to do. */
export function startFailure(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${port} is already in use. Choose another one, such as --port ${anotherPort(port)}.`;
  if (code === 'EACCES')
    return `Port ${port} requires elevated privileges. Choose one above 1023, such as --port 4010.`;
  return `The emulator could not start: ${error instanceof Error ? error.message : String(error)}`;
}

function anotherPort(port: number): number {
  return port < 65_535 ? port + 1 : port - 1;
}
