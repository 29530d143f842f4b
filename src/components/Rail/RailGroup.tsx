'use client';

import { forwardRef, type ComponentPropsWithoutRef } from 'react';
import { composeHandlers } from '../../ui/composeHandlers.js';
import { joinClasses } from '../../ui/slotClass.js';
import { useRailGroup } from './useRailGroup.js';

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
