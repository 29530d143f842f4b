/**
 * Returns `llms.txt`: the pages of the site with a sentence about each, by group. Its links lead to the Markdown beside
 * it.
 */
export function llmsText({ name, description }, pages) {
  const groups = [...new Set(pages.map(groupOf))];
  const sections = groups.map((group) => {
    const lines = pages.filter((page) => groupOf(page) === group).map((page) => lineOf(page, group));
    return `## ${group}\n\n${lines.join('\n')}`;
  });
  return `${[`# ${name}`, `> ${description}`, ...sections].join('\n\n')}\n`;
}

const groupOf = ({ title }) => title.split('/')[0];

const lineOf = ({ title, file, about }, group) =>
  `- [${title === group ? title : title.slice(group.length + 1)}](${file}): ${about}`;
