import { isRecord, placeOf, readNavigationState, type NavigationState } from './navigationState.js';
import type { StackHistory } from './stackHistory.js';

/** The one key of an entry's state that is this library's; all others are the router's, and stay. */
const KEY = 'discovr';

/** Milliseconds in which a second press on Back waits for the first: the browser goes back a little later. */
const POP_WAIT_MS = 1_000;

/** What an entry of history holds under the name of a stack. */
interface Kept {
  readonly state: NavigationState;
  /** The place the entry before shows; absent where that is unknown. */
  readonly before: string | undefined;
}

/**
 * Keeps a stack with the entries of the browser's history, under a name of its own, so that Back, Forward and a reload find it.
 * The address stays. In the browser only.
 */
export function browserHistory(name: string): StackHistory {
  let read: { readonly from: unknown; readonly kept: Kept | undefined } = { from: undefined, kept: undefined };
  let poppedAt = Number.NEGATIVE_INFINITY;

  /** What the present entry holds; parsed once, since the browser gives the same object until it changes. */
  const present = (): Kept | undefined => {
    const from = ours()?.[name];
    if (from !== read.from) read = { from, kept: readKept(from) };
    return read.kept;
  };
  const write = (method: 'pushState' | 'replaceState', kept: Kept) => {
    const { state } = window.history;
    const others = isRecord(state) ? state : {};
    // Without an address it stays the same, with its query and hash.
    window.history[method]({ ...others, [KEY]: { ...ours(), [name]: kept } }, '');
  };

  return {
    read: () => present()?.state,
    push(state, next) {
      const kept = present();
      if (!kept || !areEqual(kept.state, state)) write('replaceState', { state, before: kept?.before });
      write('pushState', { state: next, before: placeOf(state) });
    },
    pop(state, parent) {
      if (performance.now() - poppedAt < POP_WAIT_MS) return false;
      const kept = present();
      if (kept && areEqual(kept.state, state) && kept.before === placeOf(parent)) {
        poppedAt = performance.now();
        window.history.back();
        return false;
      }
      // The entry before shows something else, another tab for instance: going there would not be going up.
      write('replaceState', { state: parent, before: kept?.before });
      return true;
    },
    listen(onReturn) {
      const handlePopState = () => {
        poppedAt = Number.NEGATIVE_INFINITY;
        // An entry without the key is somebody else's, made while this place was shown.
        if (ours()) onReturn(present()?.state);
      };
      window.addEventListener('popstate', handlePopState);
      return () => window.removeEventListener('popstate', handlePopState);
    },
  };
}

function ours(): Readonly<Record<string, unknown>> | undefined {
  const state: unknown = window.history.state;
  const own = isRecord(state) ? state[KEY] : undefined;
  return isRecord(own) ? own : undefined;
}

function readKept(value: unknown): Kept | undefined {
  if (!isRecord(value)) return undefined;
  const state = readNavigationState(value['state']);
  const { before } = value;
  return state && { state, before: typeof before === 'string' ? before : undefined };
}

/** Both are made with their keys in one order. */
const areEqual = (one: NavigationState, other: NavigationState) =>
  JSON.stringify(readNavigationState(one)) === JSON.stringify(readNavigationState(other));
