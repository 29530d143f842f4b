'use client';

import { useImperativeHandle, type ForwardedRef, type RefObject } from 'react';
import { useDiscovrContext } from '../react/provider/context.js';
import { joinClasses } from './slotClass.js';

/** Options of {@link useRootProps}. */
export interface UseRootPropsOptions<Root> {
  /** The ref that the app passed. */
  ref?: ForwardedRef<Root> | undefined;
  /** The class that the app passed. */
  className?: string | undefined;
  /** The class names by slot that the app passed, where the root is one of the slots. */
  classNames?: { readonly root?: string | undefined } | undefined;
  /** A ref of the drop-in's own, where it uses its root element too. */
  element?: RefObject<Root | null> | undefined;
}

/** What {@link useRootProps} gives. */
export interface RootProps<Root> {
  readonly ref: ForwardedRef<Root>;
  readonly className: string;
  /** The provider's colour scheme, where it is fixed. */
  readonly 'data-discovr-scheme': 'light' | 'dark' | undefined;
}

/**
 * Props of a drop-in's root element: classes, colour scheme and ref. Spread them after the app's own props.
 *
 * @param caller name of the component, for the error where there is no provider.
 * @param stableClass its `discovr-…` class.
 */
export function useRootProps<Root>(
  caller: string,
  stableClass: string,
  { ref = null, className, classNames, element }: UseRootPropsOptions<Root>,
): RootProps<Root> {
  const { colorScheme } = useDiscovrContext(caller);
  useImperativeHandle<Root | null, Root | null>(element && ref, () => element?.current ?? null, [element]);
  return {
    ref: element ?? ref,
    className: joinClasses('discovr-Root', stableClass, classNames?.root, className),
    'data-discovr-scheme': colorScheme === 'system' ? undefined : colorScheme,
  };
}
