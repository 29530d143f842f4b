import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const FILE = 'docs/faults.md';
const HEAD = ['fault', 'user sees', 'requests', 'library', 'trace'];

/** The cells of a row, in the order of the columns. */
export type FaultCells = readonly [string, string, string, string, string];

/** Returns the rows of an area in docs/faults.md by the names of their faults. */
export function readRows(area: string): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(FILE, 'utf8');
  const lines = text.slice(...positionOf(area, text)).match(/^\|.*\|$/gm) ?? [];
  // The first two lines are the names of the columns and the rule below them.
  const rows = lines.slice(2).map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim()),
  );
  return new Map(rows.map((cells) => [cells[0] ?? '', cells]));
}

/** Writes the table of an area to docs/faults.md. */
export async function writeTable(area: string, rows: readonly FaultCells[]): Promise<void> {
  const lines = [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const table = await format(lines.join('\n'), { ...(await resolveConfig(FILE)), parser: 'markdown' });
  // Without a pause between reading and writing, because another process may write other areas.
  const text = readFileSync(FILE, 'utf8');
  const [start, end] = positionOf(area, text);
  writeFileSync(FILE, `${text.slice(0, start)}\n\n${table.trim()}\n\n${text.slice(end)}`);
}

function positionOf(area: string, text: string): [start: number, end: number] {
  const [opening, closing] = [`<!-- ${area} -->`, `<!-- /${area} -->`];
  const [start, end] = [text.indexOf(opening), text.indexOf(closing)];
  if (start < 0 || end < start) {
    throw new Error(`docs/faults.md has no place for the table "${area}". Add the comments ${opening} and ${closing}.`);
  }
  return [start + opening.length, end];
}
