'use client';

import { createContext } from 'react';

/** A move from a part of an area, such as a rail, to another. */
export interface WayBetween {
  readonly area: Element;
  readonly from: Element;
  readonly to: Element;
  /** Selector of all parts. The controls inside them do not count. */
  readonly parts: string;
}

/** How `<RemoteControl>` takes part when drop-ins move the focus. Apps without it do not load this code. */
export interface RemoteMoves {
  /** Whether drop-ins look and begin as on a television. */
  readonly hasTelevisionLayout: boolean;
  /** Focuses a control between two rails or other parts of an area. Returns whether there is one. */
  readonly enterBetween: (way: WayBetween) => boolean;
  /** Focuses the control that a user expects to have the focus first. Returns whether there is one. */
  readonly focusInitially: (scope: ParentNode) => boolean;
  /** Focuses the first of several controls that the user can see. Returns whether there is one. */
  readonly enterFirst: (controls: readonly HTMLElement[]) => boolean;
}

/** The moves of the `<RemoteControl>` around a component; `undefined` without one. */
export const RemoteContext = createContext<RemoteMoves | undefined>(undefined);
