'use client';

import { forwardRef, useCallback, useContext, type ComponentPropsWithoutRef, type KeyboardEvent } from 'react';
import { enterStop, STOP } from '../../focus/spatialMove.js';
import { moveAlong } from '../../ui/arrowKeys.js';
import { joinClasses } from '../../ui/classNames.js';
import { composeHandlers } from '../../ui/hooks.js';
import { RemoteContext } from '../../ui/remoteContext.js';

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
        const { currentTarget: group, target } = event;
        const lineOf = () => {
          const own = target instanceof Element ? target.closest(STOP) : null;
          const stops = [...group.querySelectorAll(STOP)];
          const from = stops.findIndex((stop) => stop === own);
          return {
            count: stops.length,
            from,
            // When the group itself has the focus, both keys move to the first visible rail.
            entry: target === group ? firstSeen(stops) : undefined,
            focusAt: (index: number) =>
              // A held key waits for the rails that follow. The next press may leave the page.
              (event.repeat && index > from && stops[index]!.matches(MORE)) ||
              (own && remote?.enterBetween({ area: group, from: own, to: stops[index]!, parts: STOP })) ||
              enterStop(stops[index]!),
          };
        };
        moveAlong(event, lineOf, 'stack');
      },
      [remote],
    ),
  };
}

/** Where a page adds rails. */
const MORE = '[data-rail-stop="more"]';

function firstSeen(stops: readonly Element[]): number {
  return Math.max(
    0,
    stops.findIndex((stop) => stop.getBoundingClientRect().bottom > 0),
  );
}
