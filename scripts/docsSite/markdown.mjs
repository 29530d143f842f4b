/** Returns the Markdown without its code blocks and comments, in which `#` and `[` have another meaning. */
const withoutCode = (text) => text.replaceAll(/^(`{3,}).*\n[\s\S]*?^\1$/gm, '').replaceAll(/<!--[\s\S]*?-->/g, '');

/** Returns the text of a heading or a sentence as it is read: without marks of emphasis, code and links. */
const plainText = (markdown) =>
  markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[`*]|(?<!\w)_|_(?!\w)/g, '')
    .trim();

/** Returns the headings of a page, with their level. */
export const headingsOf = (text) =>
  [...withoutCode(text).matchAll(/^(#{1,4}) (.+)$/gm)].map(([, marks, heading]) => ({
    level: marks.length,
    text: plainText(heading),
  }));

/** Returns the first sentence below the heading of a page, or `undefined` if a table or code comes first. */
export function firstSentence(text) {
  const [, ...paragraphs] = withoutCode(text)
    .trim()
    .split(/\n{2,}/);
  const prose = paragraphs.find((paragraph) => /^[\w*`"<[]/.test(paragraph));
  return (
    prose &&
    /^.*?[.:](?=\s|$)/
      .exec(plainText(prose.replaceAll('\n', ' ').replace(/^\*\*Decided\.\*\* /, '')))?.[0]
      .replace(/:$/, '.')
  );
}

/** Returns the targets of the links and images of a page. */
export const linksOf = (text) => [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);
