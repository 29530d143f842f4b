/** Returns the text under an untrusted key, or `undefined` for unknown or inherited keys such as `constructor`. */
export function lookUp(texts: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}
