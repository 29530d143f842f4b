'use client';

import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLatestMethods } from '../react/hooks.js';
import { RemoteContext } from '../ui/remoteContext.js';
import { canShowDateSteppers, DateSteppers } from './DateSteppers.js';
import { remoteMoves } from './moves.js';
import { startRemoteControl, type RemoteControlOptions } from './startRemoteControl.js';

/** Props of {@link RemoteControl}. */
export interface RemoteControlProps extends RemoteControlOptions {
  readonly children?: ReactNode;
  /**
   * `television`: on a screen as large as a television's, the drop-ins have a layout for reading from three meters.
   * `none`: their layout is the same as without a remote control.
   * @default 'television'
   */
  readonly layout?: 'television' | 'none' | undefined;
}

/** The date field whose steppers are open, and how often steppers were opened. */
interface Dates {
  readonly dateField: HTMLInputElement | undefined;
  readonly opened: number;
}

/**
 * Operates an app with the four arrow keys, OK and Back of a remote control. From the first key on, or from the start
 * with the television layout, the focus is always on a visible control: when the focused element disappears, the nearest
 * one takes the focus. Render it around the whole app, inside or outside of the provider. Renders a `<div>` without a box
 * of its own.
 *
 * The drop-ins need no changes. In the app's own elements, `data-remote="first"` marks what gets the focus first,
 * `data-remote="group"` a group with one tab stop, `data-remote="bar"` a bar that stays in place and covers what
 * scrolls, and `data-remote="skip"` what the remote control ignores.
 *
 * @example
 * <RemoteControl onExit={() => window.tizen.application.getCurrentApplication().exit()}>
 *   <App />
 * </RemoteControl>
 */
export function RemoteControl({ children, layout = 'television', keys, onExit }: RemoteControlProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const [{ dateField, opened }, setDates] = useState<Dates>({ dateField: undefined, opened: 0 });
  const methods = useLatestMethods({
    read: () => ({ keys, onExit }),
    openDate(field: HTMLInputElement) {
      const canShow = canShowDateSteppers();
      if (canShow) setDates({ dateField: field, opened: opened + 1 });
      return canShow;
    },
  });
  const hasTelevisionLayout = layout === 'television';
  useEffect(
    () => (root.current ? startRemoteControl(root.current, methods.read, methods.openDate) : undefined),
    // The layout decides whether a control has the focus before the first key.
    [methods, hasTelevisionLayout],
  );
  const moves = useMemo(() => ({ ...remoteMoves, hasTelevisionLayout }), [hasTelevisionLayout]);
  return (
    <RemoteContext.Provider value={moves}>
      <div ref={root} className="discovr-RemoteControl" data-discovr-television={hasTelevisionLayout ? '' : undefined}>
        {children}
      </div>
      {dateField && (
        <DateSteppers key={opened} field={dateField} onClose={() => setDates({ dateField: undefined, opened })} />
      )}
    </RemoteContext.Provider>
  );
}
