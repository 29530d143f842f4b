/** Resolves a path of a link or an image against the path of its file in the repository. */
export function resolvePath(file: string, path: string): string {
  return new URL(path, `https://repository.invalid/${file}`).pathname.slice(1);
}
