/** Whether a text can be a session token: valid in a header, and not a refresh token. */
export function isSessionToken(text: string): boolean {
  return /^(?!rt_)[\w.~+/=-]+$/.test(text);
}
