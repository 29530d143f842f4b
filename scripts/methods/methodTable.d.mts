/** An export and the path of its module. */
export interface Caller {
  readonly name: string;
  readonly path: string;
}

/** A method of the SDK with its hooks, drop-ins and test. */
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
