const HEADINGS = ['', 'ms', 'ratio', 'target', ''];

/** Prints measurements as one table, group by group. A figure without a target is for comparison. */
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

function cellsOf({ name, ms, ratio, target }) {
  const verdict = target === undefined ? '' : ratio <= target ? 'held' : 'MISSED';
  return [`  ${name}`, ms.toFixed(2), ratio.toFixed(2), target === undefined ? '' : `≤ ${target.toFixed(1)}`, verdict];
}
