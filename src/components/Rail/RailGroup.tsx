'use client';

import { forwardRef, type ComponentPropsWithoutRef } from 'react';
import { joinClasses } from '../../ui/slotClass.js';
import { useRailGroup } from './useRailGroup.js';

/** Props of {@link RailGroup}: those of a `<div>`. */
export type RailGroupProps = ComponentPropsWithoutRef<'div'>;

/**
 * Holds the rails of a page, and its hero, together: the arrows up and down lead from one to the next, each is entered
 * where it was left. Renders a `<div>`; `useRailGroup` gives the same to an element of your own.
 *
 * @example
 * <RailGroup>
 *   <Hero items={page.hero} />
 *   {rows.map((row) => <Rail key={row.id} title={row.title} type={row.type} items={itemsOf(row)} />)}
 * </RailGroup>
 */
export const RailGroup = forwardRef<HTMLDivElement, RailGroupProps>(function RailGroup(props, ref) {
  const { className, onKeyDown, ...rest } = props;
  const group = useRailGroup();
  return (
    <div
      // It only hears the keys that the rails inside leave.
      role="presentation"
      {...rest}
      ref={ref}
      className={joinClasses('discovr-RailGroup', className)}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        group.onKeyDown(event);
      }}
    />
  );
});
