// A plugin of Prettier that does not pad the cells of Markdown tables, so that a change of a cell changes only its line.
import { doc } from 'prettier';
import { parsers, printers as builtIn } from 'prettier/plugins/markdown';

const { hardline, join } = doc.builders;
const RULES = { left: ':--', center: ':-:', right: '--:' };

/** Prints a table, and leaves everything else to Prettier. */
function print(path, options, printChild) {
  if (path.node.type !== 'table') return builtIn.mdast.print(path, options, printChild);
  const [head, ...rows] = path.map(() => path.map(printChild, 'children'), 'children');
  const rule = head.map((_, column) => RULES[path.node.align[column]] ?? '---');
  return join(
    hardline,
    [head, rule, ...rows].map((cells) => ['| ', join(' | ', cells), ' |']),
  );
}

// Prettier prefers the printer of the plugin that has the parser.
export { parsers };
export const printers = { mdast: { ...builtIn.mdast, print } };
