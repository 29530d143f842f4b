import type { ItemPlace } from '../../focus/successor.js';
import { keepLast } from '../../shared/keepLast.js';
import { browserHistory, memoryHistory, type StackHistory } from './browserHistory.js';
import { placeOf, type NavigationState } from './navigationState.js';

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
