/** Makes a text in the shape of a refresh token, good for nothing. */
export function madeUpRefreshToken(name: string): string {
  return ['rt', name].join('_');
}

/** Makes a text in the shape of a session token, good for nothing. */
export function madeUpSessionToken(name: string): string {
  const parts = [
    { alg: 'HS256', typ: 'JWT' },
    { profileId: name, exp: 0 },
  ].map((part) => btoa(JSON.stringify(part)));
  return [...parts, btoa(`signature of ${name}`)].join('.').replaceAll('=', '');
}
