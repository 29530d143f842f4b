import { act, renderHook, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { generatedTitles } from '../../src/emulator/catalogue/generatedTitles.js';
import type { PageNavigationTarget, UsePageNavigationOptions } from '../../src/react/navigation/types.js';
import { usePageNavigation } from '../../src/react/navigation/usePageNavigation.js';
import type { TestDiscovr, TestDiscovrOptions } from '../../src/testing/createTestDiscovr.js';

/** A Discovr that is made fast. */
export const options = { catalogue: generatedTitles(300) } satisfies TestDiscovrOptions;

/** Shows a navigation, twice over as Strict Mode does. */
export const showNavigation = ({ Wrapper }: Pick<TestDiscovr, 'Wrapper'>, props?: UsePageNavigationOptions) =>
  renderHook(() => usePageNavigation(props), { wrapper: Wrapper, reactStrictMode: true }).result;

/** A navigation that is shown. */
export type Shown = ReturnType<typeof showNavigation>;

/** Tab and titles of the pages, as far as one went in. */
export const whereIs = ({ current }: Shown) => [
  current.tabs.find(({ isActive }) => isActive)?.id,
  ...current.entries.slice(1).map(({ title }) => title),
];
/** Chooses a tab. */
export const select = ({ current }: Shown, id: string) =>
  act(() => current.tabs.find((tab) => tab.id === id)!.select());
/** Opens a destination. */
export const open = ({ current }: Shown, { title, ...target }: Partial<PageNavigationTarget>) =>
  act(() => current.open({ id: title!, title: title!, pageId: `page ${title}`, ...target }));
/** Waits until one is there. */
export const isAt = (shown: Shown, ...place: string[]) => waitFor(() => expect(whereIs(shown)).toEqual(place));
/** Presses the browser's Back. */
export const backOf = (browser: History) => act(() => browser.back());
