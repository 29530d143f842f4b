'use client';

import { createContext, useContext } from 'react';
import type { PageFilterFormController } from './types.js';

/** The form a part belongs to. */
export const PageFilterFormContext = createContext<PageFilterFormController | null>(null);

/**
 * Gives the form a part belongs to, for own parts inside `<PageFilterForm>` or `<PageFilterFormRoot>`.
 *
 * @throws outside of either.
 */
export function usePageFilterFormContext(): PageFilterFormController {
  const controller = useContext(PageFilterFormContext);
  if (controller) return controller;
  throw new Error(
    'discovr-react: a part of the page filter form was used outside it, so there is no draft to work on. ' +
      'Render it inside <PageFilterForm> or <PageFilterFormRoot>.',
  );
}
