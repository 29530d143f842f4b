'use client';

import { forwardRef, useCallback, useContext, type ComponentPropsWithoutRef, type KeyboardEvent } from 'react';
import { keepsArrows, keyMoveOf } from '../../ui/arrowKeys.js';
import { joinClasses } from '../../ui/classNames.js';
import { composeHandlers } from '../../ui/hooks.js';
import { RemoteContext } from '../../ui/remoteContext.js';
import { enterRailStop, RAIL_STOP } from './useRovingItems.js';

/** Props of {@link RailGroup}: the props of a `<div>`. */
export type RailGroupProps = ComponentPropsWithoutRef<'div'>;

/**
 * Groups the rails and the hero of a page. The up and down arrow keys move the focus between them, to the item that was
 * last focused in each. Renders a `<div>`. For another element, use `useRailGroup`.
 *
 * @example
 * <RailGroup>
 *   <Hero items={page.hero} />
 *   {rows.map((row) => <Rail key={row.id} title={row.title} type={row.type} items={itemsOf(row)} />)}
 * </RailGroup>
 */
export const RailGroup = forwardRef<HTMLDivElement, RailGroupProps>(function RailGroup(props, ref) {
  const { className, ...rest } = props;
  const group = useRailGroup();
  return (
    <div
      // Not interactive: the handler only receives keys that bubble up from the rails.
      role="presentation"
      {...rest}
      ref={ref}
      className={joinClasses('discovr-RailGroup', className)}
      {...composeHandlers(rest, group)}
    />
  );
});

/** Return value of {@link useRailGroup}: props of the element around the rails. */
export interface UseRailGroupResult {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * Moves the focus between rails, and to a `<Hero>`, with the up and down arrow keys, in document order. The item that
 * was last focused in a rail gets the focus again. Rails without focusable elements are skipped. Beyond the first and
 * the last rail, the browser handles the key, so that a remote can leave the group. A field keeps its arrow keys. In
 * `<RemoteControl>`, up and down also reach controls between rails, or between a rail and a `<Hero>`.
 *
 * @example
 * <main {...useRailGroup()}>…</main>
 */
export function useRailGroup(): UseRailGroupResult {
  const remote = useContext(RemoteContext);
  return {
    onKeyDown: useCallback(
      (event) => {
        const move = keyMoveOf(event);
        if ((move !== 'down' && move !== 'up') || keepsArrows(event.target)) return;
        const direction = move === 'down' ? 1 : -1;
        const own = event.target instanceof Element ? event.target.closest(RAIL_STOP) : null;
        const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(RAIL_STOP)];
        const from = stops.indexOf(own as HTMLElement);
        if (from < 0 && event.target !== event.currentTarget) return;
        // When the group itself has the focus, both keys move to the first visible rail.
        const next = from < 0 ? firstSeen(stops) : from + direction;
        for (let index = next; index >= 0 && index < stops.length; index += direction) {
          const stop = stops[index]!;
          const isBetween = own && remote?.enterBetween(event.currentTarget, own, stop, RAIL_STOP);
          if (isBetween || enterRailStop(stop)) return event.preventDefault();
        }
      },
      [remote],
    ),
  };
}

function firstSeen(stops: readonly HTMLElement[]): number {
  return Math.max(
    0,
    stops.findIndex((stop) => stop.getBoundingClientRect().bottom > 0),
  );
}
