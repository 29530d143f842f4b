'use client';

import { createContext, useContext } from 'react';
import type { PageFilterFormController } from './types.js';

/** Provides the form to its parts. */
export const PageFilterFormContext = createContext<PageFilterFormController | null>(null);

/** Provides the level of the form's heading to its parts. */
export const HeadingLevelContext = createContext<2 | 3 | 4>(2);

/** Provides the text of the button that applies the draft, when it is not the form's `apply` message. */
export const ApplyTextContext = createContext<string | undefined>(undefined);

/**
 * Returns the form that contains the calling part, without its draft.
 *
 * @throws {Error} when called outside a form.
 */
export function useFormController(): PageFilterFormController {
  const controller = useContext(PageFilterFormContext);
  if (controller) return controller;
  throw new Error(
    'discovr-react: a part of the page filter form was rendered outside the form. ' +
      'Render it inside <PageFilterForm> or <PageFilterFormRoot>.',
  );
}
