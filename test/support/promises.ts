import { PATIENCE_MS } from './patience.js';

// The real functions, even when a test uses a fake clock: work such as signing a token takes real time.
const { setImmediate } = globalThis;
const realNow = performance.now.bind(performance);

/** A promise that the test settles. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** Creates a promise that the test settles. */
export function deferred<T>(): Deferred<T> {
  let settle: Pick<Deferred<T>, 'resolve' | 'reject'>;
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
  return { promise, resolve: (value) => settle.resolve(value), reject: (error) => settle.reject(error) };
}

/** Current state of a promise. */
export interface Watched<T> {
  status: 'pending' | 'resolved' | 'rejected';
  value?: T;
  error?: unknown;
}

/** Observes a promise, so that a test can check that it is still pending. A rejection counts as handled. */
export function watch<T>(promise: Promise<T>): Watched<T> {
  const watched: Watched<T> = { status: 'pending' };
  promise.then(
    (value) => Object.assign(watched, { status: 'resolved', value }),
    (error: unknown) => Object.assign(watched, { status: 'rejected', error }),
  );
  return watched;
}

/** Returns the error with which a promise rejects. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  const watched = watch(promise);
  await promise.catch(() => undefined);
  if (watched.status === 'resolved') throw new Error('Expected the promise to reject, but it resolved.');
  return watched.error;
}

/** Waits until all pending work that needs no timer is done. */
export async function idle(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits in real time until a condition is true. Does not advance a fake clock. */
export async function until(isTrue: () => boolean): Promise<void> {
  const end = realNow() + PATIENCE_MS;
  while (!isTrue()) {
    if (realNow() > end) throw new Error(`The condition did not become true in ${PATIENCE_MS} ms: ${String(isTrue)}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
