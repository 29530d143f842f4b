'use client';

import { useMemo, useState, useSyncExternalStore, useEffect } from 'react';
import { useQueries } from '@tanstack/react-query';
import { navigationEnglish } from '../../messages/english/page.js';
import { profileIdOf, type SessionState } from '../../session/sessionState.js';
import { isBackKey } from '../../focus/remoteKeys.js';
import { closePopover, topScope } from '../../focus/scope.js';
import type { DiscovrError } from '../../shared/errors.js';
import { useLatestMethods } from '../hooks.js';
import { usePrefetchPage } from '../pages/usePage.js';
import { useDiscovrContext, useMessages } from '../provider/context.js';
import { useSessionFrom } from '../session/useSession.js';
import { createPageQueryOptions } from '../pages/queries.js';
import { useOwner } from '../query/useScoped.js';
import {
  defaultTabs,
  payloadOf,
  placeOf,
  stackOf,
  withStack,
  type NavigationState,
  type PageNavigationTab,
} from './navigationState.js';
import {
  browserNavigation,
  memoryNavigation,
  NO_NAVIGATION,
  type NavigationSnapshot,
  type NavigationStore,
} from './navigationStore.js';
import type {
  PageNavigationLevel,
  PageNavigationTarget,
  UsePageNavigationOptions,
  UsePageNavigationResult,
} from './types.js';

/** The navigation and the store behind it. */
export interface UseNavigationResult {
  readonly navigation: UsePageNavigationResult;
  readonly store: NavigationStore;
}

/** Implements `usePageNavigation`, and also returns its store, for components that restore places. */
export function useNavigation(options: UsePageNavigationOptions): UseNavigationResult {
  const { tabs: customTabs, history = 'browser', name = 'main' } = options;
  const caller = 'usePageNavigation()';
  const { snapshots } = useDiscovrContext(caller);
  const session = useSessionFrom(snapshots);
  const messages = useMessages(navigationEnglish, options.messages, caller);
  const tabs = useMemo(() => customTabs ?? defaultTabs(messages), [customTabs, messages]);
  const prefetch = usePrefetchPage();
  const { store, snapshot } = useNavigationStore(history, name);

  const state = presentState(snapshot.state, tabs, session);
  const stack = stackOf(state);
  const activeTab = tabs.find(({ id }) => id === state.tab)!;
  const root = useTabPage(activeTab, stack.length === 0);
  const entries = levelsOf(state, activeTab, root.pageId);
  const current = entries.at(-1)!;

  const methods = useLatestMethods({
    open({ id, title, pageId }: PageNavigationTarget) {
      const present = presentNow();
      const above = stackOf(present);
      if (above.at(-1)?.pageId === pageId) return;
      store.go(present, withStack(present, [...above, { id, title, pageId }]), 'open');
    },
    back() {
      const present = presentNow();
      if (stackOf(present).length > 0) store.goBack(present, withStack(present, stackOf(present).slice(0, -1)));
    },
    select(tab: string) {
      const present = presentNow();
      if (present.tab !== tab) store.go(present, { ...present, tab }, 'tab');
      else if (stackOf(present).length > 0) store.go(present, withStack(present, []), 'tab');
      else store.stay();
    },
    retry: root.retry,
  });
  useBackKey(current.level > 0, methods.back);

  /** Returns the state at the time of a click. The state of the last render may not include the previous click. */
  function presentNow(): NavigationState {
    return presentState(store.getSnapshot().state, tabs, snapshots.now());
  }

  const navigation: UsePageNavigationResult = {
    tabs: tabs.map((tab) => ({
      id: tab.id,
      name: tab.name,
      icon: tab.icon,
      isActive: tab.id === state.tab,
      select: () => methods.select(tab.id),
      prefetch: () => prefetch(payloadOf(tab)),
    })),
    level: current.level,
    canGoBack: current.level > 0,
    current,
    entries,
    arrival: snapshot.arrival,
    open: methods.open,
    back: methods.back,
    isLoading: current.pageId === undefined && root.error === null,
    error: current.pageId === undefined ? root.error : null,
    retry: methods.retry,
  };
  return { navigation, store };
}

/**
 * Returns the stored state if it belongs to this profile, otherwise the first page of the first tab. Selects the first
 * tab if the stored tab does not exist.
 */
function presentState(
  kept: NavigationState | undefined,
  tabs: readonly PageNavigationTab[],
  session: SessionState,
): NavigationState {
  const [first] = tabs;
  if (!first) {
    throw new Error(
      'discovr-react: usePageNavigation() received an empty `tabs` array, so there is no page to show. ' +
        'Pass at least one tab, or omit `tabs` for Home, Movies and Series.',
    );
  }
  const profileId = profileIdOf(session);
  // Until the session is known, accepts the state of any profile. This is safe, because nothing is fetched until then.
  const isOfProfile = session.status === 'unknown' || kept?.profileId === undefined || kept.profileId === profileId;
  if (!kept || !isOfProfile) return { profileId, tab: first.id, stacks: {} };
  const tab = tabs.some(({ id }) => id === kept.tab) ? kept.tab : first.id;
  return { profileId: profileId ?? kept.profileId, tab, stacks: kept.stacks };
}

function levelsOf(
  state: NavigationState,
  tab: PageNavigationTab,
  rootId: string | undefined,
): readonly [PageNavigationLevel, ...PageNavigationLevel[]] {
  const stack = stackOf(state);
  return [
    { key: placeOf(withStack(state, [])), level: 0, title: tab.name, pageId: rootId },
    ...stack.map(({ title, pageId }, index) => ({
      key: placeOf(withStack(state, stack.slice(0, index + 1))),
      level: index + 1,
      title,
      pageId,
    })),
  ];
}

/**
 * Navigates through the pages of an app. Each tab has a page, created once when it is first shown, and a stack of the
 * destinations that the user opened from there. The browser's Back and Forward and the Back key of a remote control
 * move through the stack, and a reload restores it. The URL does not change. Another profile starts with empty stacks.
 *
 * @throws {Error} when `tabs` is empty.
 * @example
 * const { tabs, current, canGoBack, back, open } = usePageNavigation();
 * <nav>{tabs.map((tab) => <button key={tab.id} onClick={tab.select}>{tab.name}</button>)}</nav>
 */
export function usePageNavigation(options: UsePageNavigationOptions = {}): UsePageNavigationResult {
  return useNavigation(options).navigation;
}

const noNavigation = () => NO_NAVIGATION;

/**
 * Returns the store and its current snapshot. The server and the first render in the browser get an empty snapshot,
 * because only the browser knows its history.
 */
function useNavigationStore(
  history: 'browser' | 'none',
  name: string,
): { readonly store: NavigationStore; readonly snapshot: NavigationSnapshot } {
  const [inMemory] = useState(memoryNavigation);
  const store = history === 'none' ? inMemory : browserNavigation(name);
  return { store, snapshot: useSyncExternalStore(store.subscribe, store.getSnapshot, noNavigation) };
}

/** The page that a tab showed last. */
interface LastShown {
  /** Profile and id of the tab. */
  readonly place: string;
  readonly pageId: string;
}

interface TabPage {
  readonly pageId: string | undefined;
  /** Why the page could not be created; `null` during a retry. */
  readonly error: DiscovrError | null;
  readonly retry: () => void;
}

/**
 * Returns the page of a tab, created once and kept as long as the profile is active. When its session expires, the
 * components that show the page heal it; `pageId` stays the same. When the filters of the tab change, the shown page
 * stays until the page of the changed filters has been created or could not be.
 *
 * @param isWanted whether to create the page if it is not cached.
 */
function useTabPage(tab: PageNavigationTab, isWanted: boolean): TabPage {
  const { client, queryClient, snapshots } = useDiscovrContext('usePageNavigation()');
  const owner = useOwner(snapshots);
  const { enabled, ...query } = createPageQueryOptions(client, payloadOf(tab), owner);
  const isKnown = queryClient.getQueryData(query.queryKey) !== undefined;
  // useQueries has one observer per query. The single observer of useQuery would refetch when its key changes.
  const [result] = useQueries(
    {
      queries: [
        {
          ...query,
          enabled: enabled === true && (isWanted || isKnown),
          refetchOnMount: false,
          gcTime: Number.POSITIVE_INFINITY,
        },
      ],
    },
    queryClient,
  );
  const { data, error, errorUpdateCount, isFetching, refetch } = result;
  const place = `${owner.profileId} ${tab.id}`;
  const [last, setLast] = useState<LastShown>();
  if (data && (last?.pageId !== data.id || last.place !== place)) setLast({ place, pageId: data.id });
  const previousId = isFetching && errorUpdateCount === 0 && last?.place === place ? last.pageId : undefined;
  return {
    pageId: data?.id ?? previousId,
    error: data || isFetching ? null : error,
    retry: () => void refetch(),
  };
}

/**
 * Calls `onBack` for the Back key of a remote control, and for Escape and Backspace. Ignores all of them when another
 * handler called `preventDefault()` or a modal dialog is open. Also ignores Escape and Backspace while a field has focus.
 * Closes an open popover first.
 *
 * @param isEnabled whether there is a page to go back to; otherwise the app or the device handles the key.
 */
export function useBackKey(isEnabled: boolean, onBack: () => void): void {
  useEffect(() => {
    if (!isEnabled) return undefined;
    const handleKeyDown = (event: KeyboardEvent) => {
      if (!isBackKey(event) || event.defaultPrevented || event.repeat || hasModal()) return;
      event.preventDefault();
      if (!closePopover()) onBack();
    };
    document.addEventListener('keydown', handleKeyDown);
    return () => document.removeEventListener('keydown', handleKeyDown);
  }, [isEnabled, onBack]);
}

const hasModal = () => topScope(document.body) !== document.body;
