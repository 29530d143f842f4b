/** Takes out of a text whatever looks like a refresh token (`rt_…`) or a session token (a JWT). */
export function redactTokens(text: string): string {
  return text.replace(/(?<![A-Za-z])rt_\w+|eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]');
}
