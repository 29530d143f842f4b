'use client';

import { useState } from 'react';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { useCreatePage } from '../../react/pages/useCreatePage.js';
import type { EmptyPageChange } from '../EmptyPage/types.js';

/** Hears of the filters that a person leaves of those of a page without titles. */
export type ApplyFewerFilters = (filters: FilterSpec, change: EmptyPageChange) => void;

/** What {@link useAppliedHere} gives. */
export interface UseAppliedHereResult {
  /** The page to show: the one of fewer filters where some were taken out here. */
  readonly pageId: string | undefined;
  readonly onFiltersChange: ApplyFewerFilters;
  /** Why the page of fewer filters did not come. */
  readonly error: DiscovrError | null;
  readonly isCreating: boolean;
  readonly retry: () => void;
}

/**
 * Shows the page of fewer filters in place of one without titles, where the app does not do so itself.
 *
 * @param onFiltersChange does it, where it is given.
 */
export function useAppliedHere(
  pageId: string | undefined,
  onFiltersChange: ApplyFewerFilters | undefined,
): UseAppliedHereResult {
  const [instead, setInstead] = useState<{ readonly of: string | undefined; readonly pageId: string }>();
  const { mutate, variables, error, isPending } = useCreatePage();
  const [failed, setFailed] = useState<{ readonly of: string | undefined }>();
  const create = (payload: typeof variables) =>
    mutate(payload, {
      onSuccess: (page) => setInstead({ of: pageId, pageId: page.id }),
      onError: () => setFailed({ of: pageId }),
    });
  return {
    pageId: instead && instead.of === pageId ? instead.pageId : pageId,
    onFiltersChange(filters, change) {
      if (onFiltersChange) onFiltersChange(filters, change);
      else if (change.pageId !== undefined) setInstead({ of: pageId, pageId: change.pageId });
      else create({ pageFilters: filters });
    },
    // Of another page it is no news.
    error: failed && failed.of === pageId ? error : null,
    isCreating: isPending,
    retry: () => create(variables),
  };
}
