import type { NavigationState } from './navigationState.js';

/** Where a stack is kept: in the browser's history, or in memory. */
export interface StackHistory {
  /** What is kept now; the same object until it changes, `undefined` where nothing is. */
  read(): NavigationState | undefined;
  /** Keeps a state in an entry of its own, after the present one, which is made to hold the present state. */
  push(present: NavigationState, next: NavigationState): void;
  /**
   * Goes back to the state a page was opened from.
   *
   * @returns whether it is there at once; else `listen` tells when it is.
   */
  pop(present: NavigationState, parent: NavigationState): boolean;
  /** Hears of states that were come back to by other means. Returns the undo. */
  listen(onReturn: (state: NavigationState | undefined) => void): () => void;
}

/** Keeps the stack in memory, for as long as what made it. */
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
