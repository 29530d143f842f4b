/** Something exported, and where. */
export interface Caller {
  readonly name: string;
  readonly path: string;
}

/** What there is for a method of the SDK. */
export interface MethodRow {
  readonly group: string;
  readonly method: string;
  readonly hooks: readonly Caller[];
  readonly dropIns: readonly Caller[];
  readonly test: string | undefined;
}

export function readMethods(page: string): MethodRow[];
export function findGaps(rows: readonly MethodRow[]): string[];
export function withTable(page: string, rows: readonly MethodRow[]): Promise<string>;
