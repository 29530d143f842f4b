'use client';

import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ForwardedRef,
  type RefObject,
} from 'react';
import { useIsomorphicLayoutEffect } from '../react/hooks.js';
import { startTimer } from '../shared/time.js';

/**
 * Returns the ref of an element to which both the app and the component refer. Both follow the element when it appears,
 * is replaced or is removed.
 *
 * @param given the ref that the app passed.
 * @param own the component's ref, if it needs one.
 */
export function useSharedRef<Root>(
  given: ForwardedRef<Root>,
  own: RefObject<Root | null> | undefined,
): ForwardedRef<Root> {
  return useMemo(() => (given && own ? shared(given, own) : (given ?? own ?? null)), [given, own]);
}

function shared<Root>(given: NonNullable<ForwardedRef<Root>>, own: RefObject<Root | null>): ForwardedRef<Root> {
  // A function of the app may return another one to clean up. React 19 calls that one, and not the first with `null`.
  let cleanUp: unknown;
  return (element) => {
    own.current = element;
    if (typeof given !== 'function') given.current = element;
    else if (element || typeof cleanUp !== 'function') cleanUp = given(element);
    else cleanUp();
  };
}

/**
 * Returns a ref to the control that was clicked last, because Safari does not focus a clicked button. The ref contains
 * `null` when the last click was not on a control.
 */
export function useLastClick(): RefObject<HTMLElement | null> {
  const pressed = useRef<HTMLElement>(null);
  useEffect(() => {
    const note = ({ target }: Event) => {
      pressed.current = target instanceof Element ? target.closest<HTMLElement>('a[href], button, [tabindex]') : null;
    };
    document.addEventListener('click', note, true);
    return () => document.removeEventListener('click', note, true);
  }, []);
  return pressed;
}

/**
 * Keeps a CSS variable at the height of a bar, in `px`, while the bar is sticky. With it, the stylesheet reserves space,
 * so that the bar never covers an element that is scrolled into view.
 *
 * @param variable name of the CSS variable. It stays unset in environments without layout, such as jsdom.
 * @param scopeOf returns the ancestor that gets the variable. Define it at module level.
 */
export function useHeightVariable<Bar extends HTMLElement>(
  variable: `--d-${string}`,
  scopeOf: (bar: Bar) => HTMLElement | null,
): RefObject<Bar | null> {
  const bar = useRef<Bar>(null);
  useIsomorphicLayoutEffect(() => {
    const scope = bar.current && scopeOf(bar.current);
    if (!bar.current || !scope || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      // Setting an inherited variable recalculates the style of everything inside.
      if (getComputedStyle(entry.target).position !== 'sticky') scope.style.removeProperty(variable);
      else scope.style.setProperty(variable, `${Math.ceil(entry.borderBoxSize[0]?.blockSize ?? 0)}px`);
    });
    observer.observe(bar.current, { box: 'border-box' });
    return () => {
      observer.disconnect();
      scope.style.removeProperty(variable);
    };
  }, [variable, scopeOf]);
  return bar;
}

/** Time after which a placeholder says that its content is still loading, in milliseconds. */
const STILL_MS = 10_000;

/** Whether something has been loading for ten seconds. */
export function useStillLoading(isLoading: boolean): boolean {
  const [isStill, setIsStill] = useState(false);
  useEffect(() => {
    if (!isLoading) return undefined;
    const stop = startTimer(() => setIsStill(true), STILL_MS);
    return () => {
      stop();
      setIsStill(false);
    };
  }, [isLoading]);
  return isStill && isLoading;
}

/** Whether a media query matches. The server, and the first render in the browser, assume `onServer`. */
export function useMediaQuery(query: string, onServer: boolean): boolean {
  // jsdom and old engines have no matchMedia.
  const [list] = useState(() => globalThis.matchMedia?.(query));
  const subscribe = useCallback(
    (onChange: () => void) => {
      list?.addEventListener('change', onChange);
      return () => list?.removeEventListener('change', onChange);
    },
    [list],
  );
  return useSyncExternalStore(
    subscribe,
    () => list?.matches ?? false,
    () => onServer,
  );
}

/** Whether the user prefers reduced motion. `true` on the server, so that nothing moves before hydration. */
export function usePrefersReducedMotion(): boolean {
  return useMediaQuery('(prefers-reduced-motion: reduce)', true);
}

/** Longest wait for an idle browser, in milliseconds. While each frame takes all of its time, browsers are never idle. */
const LONGEST_WAIT_MS = 2_000;

/**
 * Runs a function when the browser is idle, for work that nobody waits for. Returns a function that cancels it.
 */
export function whenIdle(run: () => void): () => void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === 'undefined') return startTimer(run, 200);
  const callback = requestIdleCallback(run, { timeout: LONGEST_WAIT_MS });
  return () => cancelIdleCallback(callback);
}

/** Handlers by name. Those of React take the events of one kind of element, so they are compared like methods. */
type Handlers<Events> = { [Name in keyof Events]: { handle(event: Events[Name]): void }['handle'] };

/**
 * Returns event handlers that call those of the app first, so that the handlers which a component needs do not replace
 * the ones that the app passed. A handler of the app can call `preventDefault()`.
 */
export function composeHandlers<Events>(
  given: { [Name in keyof Events]?: Handlers<Events>[Name] | undefined },
  own: Handlers<Events>,
): Handlers<Events> {
  const composed = { ...own };
  for (const name in own) {
    composed[name] = (event) => {
      given[name]?.(event);
      own[name](event);
    };
  }
  return composed;
}
