/**
 * Returns a page for each section of `docs/errors.md`: `{ file, title, about, text }`.
 *
 * @param text the text of `docs/errors.md`.
 */
export function errorPages(text) {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [, code, body] = /^`(\w+)`\n([\s\S]*)$/.exec(section);
      const rest = body
        .trim()
        .replaceAll('](#', '](../errors.md#')
        .replaceAll(/\]\((?!\.\.|https?:)/g, '](../');
      const [about] = rest.split('\n', 1);
      return {
        file: errorFile(code),
        title: code,
        about,
        text: `# \`${code}\`\n\n${rest}\n\n[All codes](../errors.md)`,
      };
    });
}

/** Returns the path of the page about an error code. */
const errorFile = (code) => `docs/errors/${code}.md`;
