import type { EmulatorCredential } from './createEmulator.js';

/** What `discovr-emulator --help` prints. */
export const usage = `Usage: discovr-emulator [--port 4010] [--host 127.0.0.1] [--latency 0]

Serves an embedded Discovr over HTTP: sign-in, profiles, sessions and pages over real titles, without an account.

  --port     Port to listen on (default 4010)
  --host     Address to listen on (default 127.0.0.1; 0.0.0.0 lets a phone or TV in)
  --latency  Milliseconds each request waits (default 0)
  --help     Show this text
`;

/** What the command prints once it listens: the settings to paste. The credential opens this run's emulator only. */
export function settingsToPaste(url: string, { refreshToken, profileId }: EmulatorCredential): string {
  const fields = [`refreshToken: '${refreshToken}'`, ...(profileId ? [`profileId: '${profileId}'`] : [])];
  return `Discovr emulator on ${url}

  const client = new DiscovrClient('emulator', {
    basePath: '${url}',
    credentialStore: memoryCredentialStore({
      ${fields.join(',\n      ')},
    }),
  });

Ctrl-C ends it.
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
