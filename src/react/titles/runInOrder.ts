/** The last call about each thing, by the cache it belongs to. */
const lastCalls = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Makes calls about one thing one after another, in the order in which they were wished for: two presses on a button must
 * not overtake each other on their way.
 *
 * @param host whose calls they are.
 * @param thing what they are about.
 */
export function runInOrder<T>(host: object, thing: string, call: () => Promise<T>): Promise<T> {
  const calls = lastCalls.get(host) ?? new Map<string, Promise<unknown>>();
  lastCalls.set(host, calls);
  const before = calls.get(thing);
  // Whether the call before failed is heard by whoever made it.
  const mine = before ? before.then(call, call) : call();
  calls.set(thing, mine);
  const leave = () => {
    if (calls.get(thing) === mine) calls.delete(thing);
  };
  mine.then(leave, leave);
  return mine;
}
