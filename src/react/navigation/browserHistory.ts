import { isRecord, placeOf, readNavigationState, type NavigationState } from './navigationState.js';

/** The only key in an entry's state that belongs to the library. All other keys, such as a router's, are kept. */
const KEY = 'discovr';

/** Milliseconds for which a second click on Back is ignored, because `history.back()` is asynchronous. */
const POP_WAIT_MS = 1_000;

/** What a history entry stores under the name of a navigation. */
interface Kept {
  readonly state: NavigationState;
  /** Key of the place that the previous entry shows; absent if unknown. */
  readonly before: string | undefined;
}

/**
 * Creates a storage in the entries of the browser's history, under the given name, so that Back, Forward and a reload
 * restore the state. The URL does not change. The methods work only in a browser.
 */
export function browserHistory(name: string): StackHistory {
  let read: { readonly from: unknown; readonly kept: Kept | undefined } = { from: undefined, kept: undefined };
  let poppedAt = Number.NEGATIVE_INFINITY;

  /** Returns what the current entry stores, parsed only when the entry's state object has changed. */
  const present = (): Kept | undefined => {
    const from = ours()?.[name];
    if (from !== read.from) read = { from, kept: readKept(from) };
    return read.kept;
  };
  const write = (method: 'pushState' | 'replaceState', kept: Kept) => {
    const { state } = window.history;
    const others = isRecord(state) ? state : {};
    // Without a URL argument, the URL keeps its query and hash.
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
      // The previous entry shows something else, such as another tab, so `history.back()` would not lead to the parent.
      write('replaceState', { state: parent, before: kept?.before });
      return true;
    },
    listen(onReturn) {
      const handlePopState = () => {
        poppedAt = Number.NEGATIVE_INFINITY;
        // An entry without the key was created by the app while this place was shown, so the place stays.
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

/** Whether two states are equal. Parses both first, so that their keys have the same order. */
const areEqual = (a: NavigationState, b: NavigationState) =>
  JSON.stringify(readNavigationState(a)) === JSON.stringify(readNavigationState(b));

/** Storage of the navigation state: the browser's history, or memory. */
export interface StackHistory {
  /** Returns the stored state, the same object until it changes; `undefined` when nothing is stored. */
  read(): NavigationState | undefined;
  /** Stores a state in a new entry after the current one, and the current state in the current entry. */
  push(present: NavigationState, next: NavigationState): void;
  /**
   * Goes back to the state from which the current page was opened.
   *
   * @returns whether the parent state is already current. If `false`, the browser is still going back, and the
   *   listeners are called afterwards.
   */
  pop(present: NavigationState, parent: NavigationState): boolean;
  /** Calls the listener when Back or Forward leads to another state. Returns a function that removes it. */
  listen(onReturn: (state: NavigationState | undefined) => void): () => void;
}

/** Creates a storage that keeps the state in memory. */
export function memoryHistory(): StackHistory {
  let state: NavigationState | undefined;
  return {
    read: () => state,
    push(_present, next) {
      state = next;
    },
    pop(_present, parent) {
      state = parent;
      return true;
    },
    listen: () => () => undefined,
  };
}
