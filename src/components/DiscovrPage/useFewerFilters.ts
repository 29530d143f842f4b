'use client';

import { useState } from 'react';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { useCreatePage } from '../../react/pages/useCreatePage.js';
import type { EmptyPageChange } from '../EmptyPage/types.js';

/** Called with the remaining filters when the user removes filters from a page without titles. */
export type ApplyFewerFilters = (filters: FilterSpec, change: EmptyPageChange) => void;

/** Return value of {@link useFewerFilters}. */
export interface UseFewerFiltersResult {
  /** Id of the page to show: the given page, or the page of the remaining filters. */
  readonly pageId: string | undefined;
  readonly onFiltersChange: ApplyFewerFilters;
  /** Why the page of the remaining filters could not be created. */
  readonly error: DiscovrError | null;
  readonly isCreating: boolean;
  readonly retry: () => void;
}

/**
 * Returns the page to show, and the handler for filters that the user removes from a page without titles. Without a
 * handler of the app, the page of the remaining filters is then shown in place.
 *
 * @param pageId the page that the app shows. When it changes, it is shown.
 * @param onFiltersChange handler of the app. When it is given, the given page stays, and the app shows another one.
 */
export function useFewerFilters(
  pageId: string | undefined,
  onFiltersChange: ApplyFewerFilters | undefined,
): UseFewerFiltersResult {
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
    // Ignores an error that belongs to another page.
    error: failed && failed.of === pageId ? error : null,
    isCreating: isPending,
    retry: () => create(variables),
  };
}
