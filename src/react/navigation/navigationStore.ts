import type { ItemPlace } from '../../focus/successor.js';
import { keepLast } from '../../shared/keepLast.js';
import {
  HISTORY_KEY,
  placeOf,
  placesIn,
  placesOfNextEntry,
  type NavigationState,
  isRecord,
  readNavigationState,
} from './navigationState.js';

/**
 * How the user reached a place.
 *
 * - `start`: the place is the initial one
 * - `open`: the user opened a destination
 * - `return`: the user went back or forward
 * - `tab`: the user selected another tab, or selected the current tab and so returned to its first page
 * - `again`: the user selected the current tab while its first page was shown
 */
type NavigationMove = 'start' | 'open' | 'return' | 'tab' | 'again';

/** How the user reached the current place; a new object for each move. */
export interface NavigationArrival {
  readonly by: NavigationMove;
}

/** A state, and how the user reached it. */
export interface NavigationSnapshot {
  /** `undefined` if nothing is stored. */
  readonly state: NavigationState | undefined;
  readonly arrival: NavigationArrival;
}

/** The snapshot on the server and in the first render in the browser. */
export const NO_NAVIGATION: NavigationSnapshot = { state: undefined, arrival: { by: 'start' } };

/** Holds the navigation state and notifies the components that show it. */
export class NavigationStore {
  /** The places to restore. */
  readonly places = new SavedPlaces();
  readonly #history: StackHistory;
  readonly #listeners = new Set<() => void>();
  readonly #leavers = new Set<() => void>();
  #snapshot = NO_NAVIGATION;
  #stopListening = () => undefined as void;

  constructor(history: StackHistory) {
    this.#history = history;
  }

  /** The current state; the same object until it changes. */
  readonly getSnapshot = (): NavigationSnapshot => {
    // Reads again, because the store is not notified of changes while it has no listeners.
    if (this.#listeners.size === 0) {
      const state = this.#history.read();
      if (state !== this.#snapshot.state) this.#snapshot = { ...NO_NAVIGATION, state };
    }
    return this.#snapshot;
  };

  /** Calls the listener after each move. Returns a function that removes it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) {
      this.getSnapshot();
      this.#stopListening = this.#history.listen((state) => this.#arrive(state, 'return'));
    }
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stopListening();
    };
  };

  /** Calls the listener before each move, while the old place is still shown. Returns a function that removes it. */
  onLeave(listener: () => void): () => void {
    this.#leavers.add(listener);
    return () => this.#leavers.delete(listener);
  }

  /** Moves to another state, from which Back leads to the current one. */
  go(present: NavigationState, next: NavigationState, by: NavigationMove): void {
    this.#leave();
    this.#history.push(present, next);
    // An opened page starts at its top, even if it was visited before.
    if (by === 'open') this.places.delete(placeOf(next));
    this.#arrive(next, by, true);
  }

  /** Goes back to the state from which the current page was opened. */
  goBack(present: NavigationState, parent: NavigationState): void {
    this.#leave();
    if (this.#history.pop(present, parent)) this.#arrive(parent, 'return', true);
  }

  /** Reports that the user selected the place that is already shown. */
  stay(): void {
    this.#arrive(this.#snapshot.state, 'again', true);
  }

  #leave(): void {
    for (const leaver of this.#leavers) leaver();
  }

  #arrive(state: NavigationState | undefined, by: NavigationMove, hasLeft = false): void {
    if (!hasLeft) this.#leave();
    this.#snapshot = { state, arrival: { by } };
    for (const listener of this.#listeners) listener();
  }
}

const ofBrowser = new Map<string, NavigationStore>();

/** Returns the store with this name in the browser's history, shared by all components that use the name. */
export function browserNavigation(name: string): NavigationStore {
  const present = ofBrowser.get(name) ?? new NavigationStore(browserHistory(name));
  ofBrowser.set(name, present);
  return present;
}

/** Creates a store in memory for a single component. */
export const memoryNavigation = (): NavigationStore => new NavigationStore(memoryHistory());

/** What to restore when the user returns to a place. */
export interface SavedPlace {
  /** Vertical scroll offset in pixels. */
  readonly scrollTop: number;
  /** The row at the top edge, and the offset of its top from that edge in pixels. Takes precedence over `scrollTop`. */
  readonly topRow: { readonly id: string; readonly offset: number } | undefined;
  /** The row and the item that were last focused or clicked. */
  readonly focused: ItemPlace | undefined;
}

/** Maximum number of places kept; the oldest is dropped first. */
const MAX_REMEMBERED = 100;

/** The places of a navigation by key, kept in memory until the document is unloaded. */
class SavedPlaces {
  readonly #places = new Map<string, SavedPlace>();

  get(key: string): SavedPlace | undefined {
    return this.#places.get(key);
  }

  set(key: string, place: SavedPlace): void {
    keepLast(this.#places, key, place, MAX_REMEMBERED);
  }

  /** Forgets a place, so that it is next shown from its top. */
  delete(key: string): void {
    this.#places.delete(key);
  }
}

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
function browserHistory(name: string): StackHistory {
  let read: { readonly from: unknown; readonly kept: Kept | undefined } = { from: undefined, kept: undefined };
  let poppedAt = Number.NEGATIVE_INFINITY;

  /** Returns what the current entry stores, parsed only when the entry's state object has changed. */
  const present = (): Kept | undefined => {
    const from = placesIn(window.history.state)?.[name];
    if (from !== read.from) read = { from, kept: readKept(from) };
    return read.kept;
  };
  const write = (method: 'pushState' | 'replaceState', kept: Kept) => {
    const state: unknown = window.history.state;
    const others = isRecord(state) ? state : {};
    const places = placesIn(state);
    const siblings = method === 'pushState' ? placesOfNextEntry(places) : places;
    // Without a URL argument, the URL keeps its query and hash.
    window.history[method]({ ...others, [HISTORY_KEY]: { ...siblings, [name]: kept } }, '');
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
        if (placesIn(window.history.state)) onReturn(present()?.state);
      };
      window.addEventListener('popstate', handlePopState);
      return () => window.removeEventListener('popstate', handlePopState);
    },
  };
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
interface StackHistory {
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
function memoryHistory(): StackHistory {
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
