const HEADINGS = ['', '', 'ratio', 'target', ''];

/**
 * Prints groups of measurements as one table. A measurement is `{ name, ms, ratio, target }`. An optional `figure` is
 * printed instead of `ms`. An optional `limit` is a target for `ms`, while `target` is for `ratio`. A measurement
 * without a target is only for comparison.
 */
export function printTable(groups) {
  const tables = Object.entries(groups).map(([title, rows]) => ({ title, cells: rows.map(cellsOf) }));
  const all = [HEADINGS, ...tables.flatMap(({ cells }) => cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...all.map((cells) => cells[column].length)));
  const line = (cells) =>
    cells.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[0]))).join('  ');
  console.log(line(HEADINGS).trimEnd());
  for (const { title, cells } of tables) {
    console.log(`\n${title}`);
    for (const row of cells) console.log(line(row).trimEnd());
  }
}

function cellsOf({ name, ms, figure, ratio, target, limit }) {
  return [
    `  ${name}`,
    figure ?? `${ms.toFixed(2)} ms`,
    ratio === undefined ? '' : ratio.toFixed(2),
    limit === undefined ? (target === undefined ? '' : `≤ ${target}`) : `≤ ${limit} ms`,
    verdictOf(limit === undefined ? ratio : ms, limit ?? target),
  ];
}

function verdictOf(measured, target) {
  if (target === undefined) return '';
  return measured <= target ? 'met' : 'MISSED';
}
