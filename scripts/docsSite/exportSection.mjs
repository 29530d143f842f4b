/**
 * Returns the section about an export, as Markdown: what it does, where to import it, its signature, a table of its
 * members, and its example.
 *
 * @param level level of the heading.
 */
export function exportSection({ name, entries, kind, text, tags, declaration, members }, level) {
  const examples = tags.filter((tag) => tag.name === 'example').map((tag) => fenced(tag.text));
  const isComponent = kind === 'value' && /^[A-Z][a-z]/.test(name);
  return [
    `${'#'.repeat(level)} \`${name}\``,
    prose(text),
    ...throwsOf(tags).map((sentence) => sentence),
    ...examples,
    entries.some((entry) => entry !== 'discovr-react') &&
      `Import it from ${entries.map((entry) => `\`${entry}\``).join(' or ')}.`,
    declaration !== undefined && !isComponent && members.length === 0 && fenced(declaration),
    ...parametersOf(tags),
    members.length > 0 && memberTable(members, kind),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const fenced = (code) => `\`\`\`tsx\n${code}\n\`\`\``;

/** Joins the lines of each paragraph, but not those of lists. */
const prose = (text) =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => (/^[-*] /m.test(paragraph) ? paragraph : paragraph.replaceAll(/\s*\n\s*/g, ' ')))
    .join('\n\n');

const throwsOf = (tags) =>
  tags.filter(({ name }) => name === 'throws').map(({ text }) => `Throws ${thrown(text.replaceAll(/\s+/g, ' '))}`);

/** Returns `{Error} when …` as "an `Error` when …". */
function thrown(text) {
  const [, type, rest = ''] = /^\{(\w+)\}\s*(.*)$/.exec(text) ?? [];
  return type ? `${/^[AEIOU]/.test(type) ? 'an' : 'a'} \`${type}\` ${rest}`.trim() : text;
}

function parametersOf(tags) {
  const lines = tags
    .filter(({ name }) => name === 'param')
    .map(({ text }) => /^(\w+)\s+([\s\S]*)$/.exec(text))
    .filter(Boolean)
    .map(([, name, description]) => `- \`${name}\`: ${description.replaceAll(/\s+/g, ' ')}`);
  return lines.length > 0 ? [lines.join('\n')] : [];
}

function memberTable(members, kind) {
  const hasDefaults = members.some((member) => member.default !== undefined);
  const heads = [kind === 'class' ? 'member' : 'name', 'type', 'description', ...(hasDefaults ? ['default'] : [])];
  const rows = members.map((member) => [
    inCode(`${member.name}${member.isOptional ? '?' : ''}`),
    inCode(member.type),
    [prose(member.text).replaceAll('\n', ' '), ...member.throws.map((text) => `Throws ${thrown(text)}`)]
      .join(' ')
      .trim(),
    ...(hasDefaults ? [defaultOf(member)] : []),
  ]);
  return tableOf([heads, heads.map(() => '---'), ...rows]);
}

/** Returns the table of props for a guide: the first sentence of each comment, and the default unless it is `false`. */
export function propTable(members) {
  const rows = members.map((member) => {
    const [summary] = /^[^]*?[.](?=\s|$)/.exec(member.text) ?? [member.text];
    const ending = [undefined, 'false'].includes(member.default) ? [] : [`Default: ${defaultOf(member)}.`];
    return [inCode(member.name), [summary, ...ending].join(' ')];
  });
  return tableOf([['prop', 'meaning'], ['---', '---'], ...rows]);
}

const tableOf = (rows) => rows.map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

const cell = (text) => text.replaceAll(/\s+/g, ' ').replaceAll(/(?<!\\)\|/g, '\\|') || '–';

const inCode = (text) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

/** Returns a default as code if it is a value, and as text if it is a description. */
function defaultOf({ default: text, isOptional }) {
  if (text === undefined) return isOptional ? '–' : 'required';
  const [number] = /^[\d_]+(?= )/.exec(text) ?? [];
  if (number) return `${inCode(number)}${text.slice(number.length)}`;
  return /^([\d._]+|true|false|null|undefined|'.*'|\{.*\}|\[.*\])$/.test(text)
    ? inCode(text)
    : text.replaceAll(/\s+/g, ' ');
}
