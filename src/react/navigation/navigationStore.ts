import { LeftPlaces } from './leftPlaces.js';
import { placeOf, type NavigationState } from './navigationState.js';
import { browserHistory } from './browserHistory.js';
import { memoryHistory, type StackHistory } from './stackHistory.js';

/**
 * How a place was come to.
 *
 * - `start`: it was there at first
 * - `open`: a destination was opened
 * - `return`: by Back or Forward
 * - `tab`: another tab was chosen, or the one that is shown while it was deeper
 * - `again`: the tab that is shown was chosen while its first page was there
 */
export type NavigationMove = 'start' | 'open' | 'return' | 'tab' | 'again';

/** How the present place was come to; another object for each move. */
export interface NavigationArrival {
  readonly by: NavigationMove;
}

/** A state, and how it was come to. */
export interface NavigationSnapshot {
  /** `undefined` where nothing is kept. */
  readonly state: NavigationState | undefined;
  readonly arrival: NavigationArrival;
}

/** The server's, and that of the first render in a browser. */
export const NO_NAVIGATION: NavigationSnapshot = { state: undefined, arrival: { by: 'start' } };

/** A stack, and those who show it. */
export class NavigationStore {
  /** What is remembered of the places that were left. */
  readonly places = new LeftPlaces();
  readonly #history: StackHistory;
  readonly #listeners = new Set<() => void>();
  readonly #leavers = new Set<() => void>();
  #snapshot = NO_NAVIGATION;
  #stopListening = () => undefined as void;

  constructor(history: StackHistory) {
    this.#history = history;
  }

  /** The present state; the same object until it changes. */
  readonly getSnapshot = (): NavigationSnapshot => {
    // While nobody listens the history may have moved on.
    if (this.#listeners.size === 0) {
      const state = this.#history.read();
      if (state !== this.#snapshot.state) this.#snapshot = { ...NO_NAVIGATION, state };
    }
    return this.#snapshot;
  };

  /** Hears of each move. Returns the undo. */
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

  /** Hears of each move just before it, while the place that is left is still shown. Returns the undo. */
  onLeave(listener: () => void): () => void {
    this.#leavers.add(listener);
    return () => this.#leavers.delete(listener);
  }

  /** Goes on to another state, from which Back leads here. */
  go(present: NavigationState, next: NavigationState, by: NavigationMove): void {
    this.#leave();
    this.#history.push(present, next);
    // What is opened begins at its top, even where it was seen before.
    if (by === 'open') this.places.delete(placeOf(next));
    this.#arrive(next, by, true);
  }

  /** Goes back to the state a page was opened from. */
  goBack(present: NavigationState, parent: NavigationState): void {
    this.#leave();
    if (this.#history.pop(present, parent)) this.#arrive(parent, 'return', true);
  }

  /** Tells that the place that is shown was asked for. */
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

/** The stack of that name in the browser's history: one for all who show it. */
export function browserNavigation(name: string): NavigationStore {
  const present = ofBrowser.get(name) ?? new NavigationStore(browserHistory(name));
  ofBrowser.set(name, present);
  return present;
}

/** A stack in memory, for one who shows it. */
export const memoryNavigation = (): NavigationStore => new NavigationStore(memoryHistory());
