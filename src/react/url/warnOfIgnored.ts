/** Reported parameters with their values, so that each is reported once, however many components read the URL. */
const reported = new Set<string>();

/** Warns about invalid parameters in the URL. Does not log their values, because they may be private. */
export function warnOfIgnored(search: string, names: readonly string[]): void {
  const params = new URLSearchParams(search);
  for (const name of names) {
    const identity = `${name}=${params.get(name)}`;
    if (reported.has(identity)) continue;
    reported.add(identity);
    console.warn(
      `discovr-react: the URL parameter "${name}" is invalid, or part of it is. The invalid part is ignored. ` +
        'Create links with filtersToSearchParams() from discovr-react/filters.',
    );
  }
}
