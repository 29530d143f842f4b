/** Joins a path, a query string, which may be empty or begin with `?`, and a hash. */
export function withSearch(path: string, search: string, hash = ''): string {
  const bare = search.replace(/^\?/, '');
  return `${path}${bare && `?${bare}`}${hash}`;
}
