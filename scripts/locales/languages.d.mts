/** What the tests of a language expect, by locale. */
export const languages: Readonly<
  Record<string, { readonly sentence: string; readonly loanWords?: readonly string[] } | undefined>
>;
