import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const FILE = 'docs/faults.md';
const HEAD = ['fault', 'the user sees', 'session', 'requests', 'after trying again', 'what the library does'] as const;

/** The cells of a row, in the order of the columns. */
export type FaultCells = readonly [string, string, string, string, string, string];

/** Formats rows as the Markdown table of docs/faults.md. */
export async function toTable(rows: readonly FaultCells[]): Promise<string> {
  const lines = [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const table = await format(lines.join('\n'), { ...(await resolveConfig(FILE)), parser: 'markdown' });
  return table.trim();
}

/** Returns the table of an area from docs/faults.md. */
export function readTable(area: string): string {
  const text = readFileSync(FILE, 'utf8');
  const [start, end] = positionOf(area, text);
  return text.slice(start, end).trim();
}

/**
 * Writes the table of an area to docs/faults.md. Reads and writes the file without a pause in between, because another
 * process may write other areas.
 */
export function writeTable(area: string, table: string): void {
  const text = readFileSync(FILE, 'utf8');
  const [start, end] = positionOf(area, text);
  writeFileSync(FILE, `${text.slice(0, start)}\n\n${table}\n\n${text.slice(end)}`);
}

function positionOf(area: string, text: string): [start: number, end: number] {
  const [opening, closing] = [`<!-- ${area} -->`, `<!-- end of ${area} -->`];
  const [start, end] = [text.indexOf(opening), text.indexOf(closing)];
  if (start < 0 || end < start) {
    throw new Error(`docs/faults.md has no place for the table "${area}". Add the comments ${opening} and ${closing}.`);
  }
  return [start + opening.length, end];
}
