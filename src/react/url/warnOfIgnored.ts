/** What was said already, so that each is said once, however many parts of a page read the address. */
const said = new Set<string>();

/** Says on the console which parameters of the address make no sense. Their values are a person's own, and stay unsaid. */
export function warnOfIgnored(search: string, names: readonly string[]): void {
  const params = new URLSearchParams(search);
  for (const name of names) {
    const identity = `${name}=${params.get(name)}`;
    if (said.has(identity)) continue;
    said.add(identity);
    console.warn(
      `discovr-react: the parameter "${name}" of the address makes no sense, at least in part, so that part filters ` +
        'nothing. Make links with filtersToSearchParams() from discovr-react/filters.',
    );
  }
}
