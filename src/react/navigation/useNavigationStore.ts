'use client';

import { useState, useSyncExternalStore } from 'react';
import {
  browserNavigation,
  memoryNavigation,
  NO_NAVIGATION,
  type NavigationSnapshot,
  type NavigationStore,
} from './navigationStore.js';

const noNavigation = () => NO_NAVIGATION;

/**
 * Returns the store and its current snapshot. The server and the first render in the browser get an empty snapshot,
 * because only the browser knows its history.
 */
export function useNavigationStore(
  history: 'browser' | 'none',
  name: string,
): { readonly store: NavigationStore; readonly snapshot: NavigationSnapshot } {
  const [inMemory] = useState(memoryNavigation);
  const store = history === 'none' ? inMemory : browserNavigation(name);
  return { store, snapshot: useSyncExternalStore(store.subscribe, store.getSnapshot, noNavigation) };
}
