// The real ones, also while a test has a fake clock: work such as signing a token goes on in real time.
const { setImmediate } = globalThis;
const realNow = performance.now.bind(performance);

const PATIENCE_MS = 5_000;

/** A promise that settles when the test says so. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** Makes a promise that settles when the test says so. */
export function deferred<T>(): Deferred<T> {
  let settle: Pick<Deferred<T>, 'resolve' | 'reject'>;
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
  return { promise, resolve: (value) => settle.resolve(value), reject: (error) => settle.reject(error) };
}

/** How a promise stands by now. */
export interface Watched<T> {
  status: 'pending' | 'resolved' | 'rejected';
  value?: T;
  error?: unknown;
}

/** Follows a promise, so that a test can see that it has not settled yet. Its rejection counts as handled. */
export function watch<T>(promise: Promise<T>): Watched<T> {
  const watched: Watched<T> = { status: 'pending' };
  promise.then(
    (value) => Object.assign(watched, { status: 'resolved', value }),
    (error: unknown) => Object.assign(watched, { status: 'rejected', error }),
  );
  return watched;
}

/** Gives the error with which a promise rejects. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  const watched = watch(promise);
  await promise.catch(() => undefined);
  if (watched.status === 'resolved') throw new Error('It was to fail, and did not.');
  return watched.error;
}

/** Lets everything happen that waits for no timer. */
export async function idle(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits, without moving a fake clock, until something is the case. */
export async function until(isCase: () => boolean): Promise<void> {
  const end = realNow() + PATIENCE_MS;
  while (!isCase()) {
    if (realNow() > end) throw new Error(`It did not come to pass: ${String(isCase)}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
