import { createRef, type Ref } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { heroItems } from '../../test/support/pageItems.js';
import { Hero } from '../components/Hero/Hero.js';
import { renderWithDiscovr } from '../testing/renderWithDiscovr.js';

const items = heroItems(3);
const hero = (ref: Ref<HTMLElement>, isShown: boolean) => <Hero ref={ref} items={isShown ? items : []} />;
const region = () => document.querySelector<HTMLElement>('.discovr-Hero');

describe('the ref that the app passes to a component', () => {
  test('is set when the element appears later, and empty when it is removed', () => {
    const ref = createRef<HTMLElement>();
    const { rerender } = renderWithDiscovr(hero(ref, false));
    expect(ref.current).toBeNull();
    rerender(hero(ref, true));
    expect(ref.current).toBe(region());
    rerender(hero(ref, false));
    expect(ref.current).toBeNull();
  });

  test('is called once when the element appears and once when it is removed, if it is a function', () => {
    const ref = vi.fn<(element: HTMLElement | null) => void>();
    const { rerender } = renderWithDiscovr(hero(ref, false));
    rerender(hero(ref, true));
    const element = region();
    rerender(hero(ref, true));
    rerender(hero(ref, false));
    expect(ref.mock.calls).toEqual([[element], [null]]);
  });

  test('is cleaned up by the function that it returns', () => {
    const cleanUp = vi.fn<() => void>();
    const ref = vi.fn<(element: HTMLElement | null) => () => void>(() => cleanUp);
    const { rerender, unmount } = renderWithDiscovr(hero(ref, true));
    rerender(hero(ref, false));
    expect(cleanUp).toHaveBeenCalledOnce();
    rerender(hero(ref, true));
    unmount();
    expect(cleanUp).toHaveBeenCalledTimes(2);
    expect(ref).toHaveBeenCalledTimes(2);
    expect(ref).not.toHaveBeenCalledWith(null);
  });

  test('moves to another ref while the element stays', () => {
    const [first, second] = [createRef<HTMLElement>(), createRef<HTMLElement>()];
    const { rerender } = renderWithDiscovr(hero(first, true));
    rerender(hero(second, true));
    expect(first.current).toBeNull();
    expect(second.current).toBe(region());
  });
});
