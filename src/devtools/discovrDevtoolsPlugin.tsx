'use client';

import { createElement, Fragment, type ReactElement } from 'react';
import type { DiscovrClientLike } from '../client/clientLike.js';
import { DiscovrTimeline, type DiscovrTimelineProps } from './DiscovrTimeline.js';
import { traceClient } from './traceClient.js';

/** Options of {@link discovrDevtoolsPlugin}. */
export interface DiscovrDevtoolsPluginOptions extends Pick<DiscovrTimelineProps, 'trace' | 'har'> {
  /**
   * Client to trace, from now on.
   * @default the client of the provider around `<TanStackDevtools>`, while the panel is open
   */
  client?: DiscovrClientLike | undefined;
}

/** A plugin for `<TanStackDevtools>` from `@tanstack/react-devtools`. */
export interface DiscovrDevtoolsPlugin {
  readonly id: string;
  readonly name: string;
  readonly render: (element: HTMLElement, props: { readonly theme: 'light' | 'dark' }) => ReactElement;
}

/**
 * Returns a plugin for TanStack Devtools that shows the timeline. In production it traces and shows nothing, like
 * TanStack Devtools itself. Create it once, outside components.
 *
 * @example
 * const plugin = discovrDevtoolsPlugin({ client });
 * <TanStackDevtools plugins={[plugin]} />
 */
export function discovrDevtoolsPlugin(options: DiscovrDevtoolsPluginOptions = {}): DiscovrDevtoolsPlugin {
  const base = { id: 'discovr', name: 'Discovr' };
  if (process.env.NODE_ENV === 'production') return { ...base, render: () => createElement(Fragment) };
  const { client, har, trace = client && traceClient(client) } = options;
  return {
    ...base,
    render: (_element, { theme }) => <DiscovrTimeline trace={trace} har={har} colorScheme={theme} />,
  };
}
