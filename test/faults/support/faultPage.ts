import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const PAGE = 'docs/faults.md';
const HEAD = ['fault', 'the person sees', 'session', 'requests', 'trying again', 'what the client does'] as const;

/** The cells of a row, in the order of the table's head. */
export type FaultCells = readonly [string, string, string, string, string, string];

/** Puts rows into the shape in which the page has them. */
export async function toTable(rows: readonly FaultCells[]): Promise<string> {
  const lines = [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const table = await format(lines.join('\n'), { ...(await resolveConfig(PAGE)), parser: 'markdown' });
  return table.trim();
}

/** The table of an area, as the page has it. */
export function readTable(area: string): string {
  const page = readFileSync(PAGE, 'utf8');
  const [start, end] = placeOf(area, page);
  return page.slice(start, end).trim();
}

/** Writes the table of an area. Reads and writes at once, since other areas may be written by another process. */
export function writeTable(area: string, table: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const [start, end] = placeOf(area, page);
  writeFileSync(PAGE, `${page.slice(0, start)}\n\n${table}\n\n${page.slice(end)}`);
}

function placeOf(area: string, page: string): [start: number, end: number] {
  const [opening, closing] = [`<!-- ${area} -->`, `<!-- end of ${area} -->`];
  const [start, end] = [page.indexOf(opening), page.indexOf(closing)];
  if (start < 0 || end < start) throw new Error(`docs/faults.md has no place for this table: ${opening} … ${closing}`);
  return [start + opening.length, end];
}
