import type { ReactNode } from 'react';
import type { CreatePagePayload } from '../../api/pages.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import type { Messages } from '../../messages/messages.js';

/** A page on the stack of a tab, above the tab's first page. */
interface StackedPage {
  readonly id: string;
  readonly title: string;
  readonly pageId: string;
}

/** The current tab and the stack of each tab. Plain data, so that the browser's history can store it. */
export interface NavigationState {
  /** Profile that the stacks belong to; absent if no profile was active. */
  readonly profileId: string | undefined;
  readonly tab: string;
  /** Pages above the first page of each tab, in the order they were opened. A tab without such pages is absent. */
  readonly stacks: Readonly<Record<string, readonly StackedPage[]>>;
}

/** Returns the pages above the first page of the current tab. */
export function stackOf({ tab, stacks }: NavigationState): readonly StackedPage[] {
  return (Object.hasOwn(stacks, tab) && stacks[tab]) || [];
}

/** Returns a copy of the state with another stack for the current tab. */
export function withStack(state: NavigationState, stack: readonly StackedPage[]): NavigationState {
  return { ...state, stacks: { ...state.stacks, [state.tab]: stack } };
}

/** Returns the key of the place that a state shows. States with equal profile, tab and pages have equal keys. */
export function placeOf(state: NavigationState): string {
  return JSON.stringify([state.profileId ?? '', state.tab, ...stackOf(state).map(({ pageId }) => pageId)]);
}

/** Reads an untrusted value as a state; returns `undefined` when it is invalid. */
export function readNavigationState(value: unknown): NavigationState | undefined {
  if (!isRecord(value) || typeof value['tab'] !== 'string' || !isRecord(value['stacks'])) return undefined;
  const { profileId, tab, stacks } = value;
  return {
    profileId: typeof profileId === 'string' ? profileId : undefined,
    tab,
    stacks: Object.fromEntries(Object.entries(stacks).map(([id, stack]) => [id, readStack(stack)])),
  };
}

/** The only key in an entry's state that belongs to the library. All other keys, such as a router's, are kept. */
export const HISTORY_KEY = 'discovr';

/** Returns what an entry's state stores of each navigation. */
export function placesIn(state: unknown): Readonly<Record<string, unknown>> | undefined {
  const own = isRecord(state) ? state[HISTORY_KEY] : undefined;
  return isRecord(own) ? own : undefined;
}

/** Returns these places for the next entry. Without `before`, because the entry before that shows the same places. */
export function placesOfNextEntry(places: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const entries = Object.entries(places).map(([name, entry]) => [name, { state: isRecord(entry) && entry['state'] }]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** Whether a value is an object and not an array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a stack up to its first invalid page, because the pages above it would have no parent page. */
function readStack(value: unknown): StackedPage[] {
  const pages: StackedPage[] = [];
  for (const page of Array.isArray(value) ? (value as unknown[]) : []) {
    if (!isRecord(page)) break;
    const { id, title, pageId } = page;
    if (typeof id !== 'string' || typeof title !== 'string' || typeof pageId !== 'string' || !pageId) break;
    pages.push({ id, title, pageId });
  }
  return pages;
}

/** A tab with its page, from which the user opens further pages. */
export interface PageNavigationTab {
  /** Unique id; the browser's history stores it. */
  readonly id: string;
  /** Label of the tab. */
  readonly name: string;
  /**
   * Decorative icon, drawn with `currentColor`. `<NavigationStack placement="bottom">` shows it above the name on a phone,
   * if each tab has one.
   * @default one for tabs whose id is `home`, `movies` or `series`
   */
  readonly icon?: ReactNode;
  /**
   * Filters of the tab's page.
   * @default none, so that the page has titles of every kind
   */
  readonly pageFilters?: FilterSpec | undefined;
  /** Name of the page, which is sent to Discovr; at least one character. */
  readonly pageName?: string | undefined;
}

/** Returns the default tabs, Home, Movies and Series, with names from the messages. */
export function defaultTabs({ navigation }: Pick<Messages, 'navigation'>): readonly PageNavigationTab[] {
  return [
    { id: 'home', name: navigation.home },
    { id: 'movies', name: navigation.movies, pageFilters: { media_type: 'movie' } },
    { id: 'series', name: navigation.series, pageFilters: { media_type: 'tv' } },
  ];
}

/** Returns the payload that creates the page of a tab. */
export function payloadOf({ pageFilters, pageName }: PageNavigationTab): CreatePagePayload {
  return { ...(pageFilters && { pageFilters }), ...(pageName && { name: pageName }) };
}
