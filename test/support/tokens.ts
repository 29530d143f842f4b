/** The beginning of a token. Inside a random text, such as a `state`, the same letters can stand by chance. */
export const TOKEN_START = /(?<![\w-])(?:rt_|eyJ)/;

/** Creates a fake string in the format of a refresh token. */
export function madeUpRefreshToken(name: string): string {
  return ['rt', name].join('_');
}

/** Creates a fake string in the format of a session token. */
export function madeUpSessionToken(name: string): string {
  const parts = [
    { alg: 'HS256', typ: 'JWT' },
    { profileId: name, exp: 0 },
  ].map((part) => btoa(JSON.stringify(part)));
  return [...parts, btoa(`signature of ${name}`)].join('.').replaceAll('=', '');
}
