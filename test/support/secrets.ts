import { inspect } from 'node:util';

/** Returns every text of an error that could be logged, including its causes. */
export function everythingLoggable(error: unknown): string {
  const parts = error instanceof Error ? [error.message, error.stack, everythingLoggableOfCause(error)] : [];
  return [String(error), JSON.stringify(error), inspect(error, { depth: 12, showHidden: true }), ...parts].join('\n');
}

function everythingLoggableOfCause({ cause }: Error): string {
  return cause === undefined ? '' : everythingLoggable(cause);
}
