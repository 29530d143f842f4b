/** Words under a key that comes from outside; keys every object inherits, such as `constructor`, are not words. */
export function lookUp(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}
