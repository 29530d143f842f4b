import { today } from './values.js';

/** Range that a user fills in with one click. An absent bound leaves the range open. */
export interface RangeShortcut<T extends number | string, Id extends string = string> {
  /** Stable name and key of its label in `messages.shortcuts`. */
  readonly id: Id;
  readonly lower?: T;
  readonly upper?: T;
}

/** Id of a built-in runtime shortcut. */
export type RuntimeShortcutId = 'under90' | 'under120' | 'from90To120' | 'over120';

/** Built-in runtime shortcuts, in minutes, bounds included. */
export const runtimeShortcuts: readonly RangeShortcut<number, RuntimeShortcutId>[] = [
  { id: 'under90', upper: 90 },
  { id: 'under120', upper: 120 },
  { id: 'from90To120', lower: 90, upper: 120 },
  { id: 'over120', lower: 120 },
];

/** Built-in shortcut for release dates. */
export interface ReleaseDateShortcut extends RangeShortcut<string, 'thisYear' | 'last5Years' | 'decade'> {
  readonly lower: string;
  readonly upper: string;
  /** First year of a decade; absent for other ranges. */
  readonly decade?: number;
}

const EARLIEST_DECADE = 1980;

/**
 * Returns the built-in shortcuts for release dates: this year, the last five years including this one, and the decades
 * from the current one back to the 1980s.
 *
 * @param day reference day, `YYYY-MM-DD`, of which only the year counts. Defaults to today.
 */
export function releaseDateShortcuts(day: string = today()): readonly ReleaseDateShortcut[] {
  const year = Number(day.slice(0, 4));
  const shortcuts: ReleaseDateShortcut[] = [
    { id: 'thisYear', ...years(year, year) },
    { id: 'last5Years', ...years(year - 4, year) },
  ];
  for (let decade = year - (year % 10); decade >= EARLIEST_DECADE; decade -= 10) {
    shortcuts.push({ id: 'decade', decade, ...years(decade, decade + 9) });
  }
  return shortcuts;
}

function years(first: number, last: number): { lower: string; upper: string } {
  return { lower: `${first}-01-01`, upper: `${last}-12-31` };
}
