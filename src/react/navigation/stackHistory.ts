import type { NavigationState } from './navigationState.js';

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
