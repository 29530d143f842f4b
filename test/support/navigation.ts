import { act, renderHook, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { generatedTitles } from '../../src/emulator/catalog/catalog.js';
import type { PageNavigationTarget, UsePageNavigationOptions } from '../../src/react/navigation/types.js';
import { usePageNavigation } from '../../src/react/navigation/useNavigation.js';
import type { TestDiscovr, TestDiscovrOptions } from '../../src/testing/createTestDiscovr.js';

/** Options with a small catalog, so that the emulator is created quickly. */
export const options = { catalog: generatedTitles(300) } satisfies TestDiscovrOptions;

/** Renders a navigation in Strict Mode. */
export const showNavigation = ({ Wrapper }: Pick<TestDiscovr, 'Wrapper'>, props?: UsePageNavigationOptions) =>
  renderHook(() => usePageNavigation(props), { wrapper: Wrapper, reactStrictMode: true }).result;

/** A rendered navigation. */
export type Shown = ReturnType<typeof showNavigation>;

/** Returns the active tab and the titles of the pages opened in it. */
export const whereIs = ({ current }: Shown) => [
  current.tabs.find(({ isActive }) => isActive)?.id,
  ...current.entries.slice(1).map(({ title }) => title),
];
/** Selects a tab. */
export const select = ({ current }: Shown, id: string) =>
  act(() => current.tabs.find((tab) => tab.id === id)!.select());
/** Opens a destination. */
export const open = ({ current }: Shown, { title, ...target }: Partial<PageNavigationTarget>) =>
  act(() => current.open({ id: title!, title: title!, pageId: `page ${title}`, ...target }));
/** Waits until the navigation is at a place: a tab and the titles of its pages. */
export const isAt = (shown: Shown, ...place: string[]) => waitFor(() => expect(whereIs(shown)).toEqual(place));
/** Clicks the browser's Back button. */
export const backOf = (browser: History) => act(() => browser.back());
