'use client';

import type { ForwardedRef, RefObject } from 'react';
import { useDiscovrContext } from '../react/provider/context.js';
import { joinClasses } from './classNames.js';
import { useSharedRef } from './hooks.js';

export interface UseRootPropsOptions<Root> {
  /** The ref that the app passed. */
  ref?: ForwardedRef<Root> | undefined;
  /** The class that the app passed. */
  className?: string | undefined;
  /** The class names by slot that the app passed, when the root is one of the slots. */
  classNames?: { readonly root?: string | undefined } | undefined;
  /** The drop-in's ref to its root element, when it needs one. */
  element?: RefObject<Root | null> | undefined;
}

export interface RootProps<Root> {
  readonly ref: ForwardedRef<Root>;
  readonly className: string;
  /** The provider's color scheme; `undefined` when it follows the system. */
  readonly 'data-discovr-scheme': 'light' | 'dark' | undefined;
}

/**
 * Returns the props of a drop-in's root element: classes, color scheme and ref. Spread them after the app's props.
 *
 * @param caller name of the drop-in, for the error that is thrown without a provider.
 * @param stableClass the `discovr-…` class of the drop-in.
 */
export function useRootProps<Root>(
  caller: string,
  stableClass: string,
  { ref = null, className, classNames, element }: UseRootPropsOptions<Root>,
): RootProps<Root> {
  const { colorScheme } = useDiscovrContext(caller);
  return {
    ref: useSharedRef(ref, element),
    className: joinClasses('discovr-Root', stableClass, classNames?.root, className),
    'data-discovr-scheme': colorScheme === 'system' ? undefined : colorScheme,
  };
}
