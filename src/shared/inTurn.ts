import { perObject } from '../messages/perObject.js';

/** Returns the last call for each key of a host. */
const callsOf = perObject<object, Map<string, Promise<unknown>>>(() => new Map());

/**
 * Runs calls that share a key one at a time, in call order, so that two quick clicks cannot reach the server out of
 * order. A failed call rejects only its own caller; the next call still runs.
 *
 * @param host the object that the queues belong to.
 * @param key calls with the same key wait for each other.
 */
export function inTurn<T>(host: object, key: string, call: () => Promise<T>): Promise<T> {
  const calls = callsOf(host);
  const previous = calls.get(key);
  const mine = previous ? previous.then(call, call) : call();
  calls.set(key, mine);
  const leave = () => {
    if (calls.get(key) === mine) calls.delete(key);
  };
  mine.then(leave, leave);
  return mine;
}
