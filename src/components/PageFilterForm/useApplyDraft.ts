'use client';

import { useEffect, useRef, useState } from 'react';
import type { Resolver, UseFormReturn } from 'react-hook-form';
import type { CreatePageResponse } from '../../api/pages.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import type { PageFilterFormValues, PageFilterPayload } from '../../filters/formValues.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { eventsOf } from '../../react/events/events.js';
import { failuresOf } from '../../react/failures/failures.js';
import { useLatestMethods } from '../../react/hooks.js';
import { useCreatePage } from '../../react/pages/usePage.js';
import { useDiscovrContext } from '../../react/provider/context.js';
import { isAbortError, isDiscovrError, type DiscovrError } from '../../shared/errors.js';
import { loadOnce } from '../../shared/lateModule.js';
import { fieldOfIssue, isSessionError, sessionErrorText, type FieldName } from './fieldErrors.js';
import type { FilterFormMessages } from './filterFormMessages.js';
import type { PageFilterFormController, UsePageFilterFormOptions } from './types.js';

/** Result of {@link useApplyDraft}: the status of applying the draft, and the method that applies it. */
interface ApplyDraft extends Pick<PageFilterFormController, 'status' | 'page' | 'error'> {
  apply(): Promise<void>;
}

/**
 * Returns the status of applying the draft, and a method that validates and applies it. Server errors are shown on
 * their fields.
 */
export function useApplyDraft(
  form: UseFormReturn<PageFilterFormValues, unknown, PageFilterPayload>,
  options: UsePageFilterFormOptions,
  setApplied: (filters: FilterSpec) => void,
  messages: FilterFormMessages,
  announce: (text: string) => void,
): ApplyDraft {
  const { client } = useDiscovrContext('usePageFilterForm()');
  const creation = useCreatePage();
  const [loadError, setLoadError] = useState<DiscovrError | null>(null);
  const isApplying = useRef(false);
  const isMounted = useRef(false);
  useEffect(() => {
    isMounted.current = true;
    // Loaded before the user applies the draft. A failure is reported when they do.
    loadPageFilterResolver().catch(() => undefined);
    return () => {
      isMounted.current = false;
    };
  }, []);

  // The app may render again while the page is being created.
  const latest = useLatestMethods({
    report(payload: PageFilterPayload, page?: CreatePageResponse) {
      const { pageFilters: filters = {}, name } = payload;
      const { applied, created, createdNamed } = messages.announcements;
      announce(page ? (name ? formatMessage(createdNamed, { name }) : created) : applied);
      setApplied(filters);
      eventsOf(client).emit({ type: 'filtersApplied', filters, reason: 'apply' });
      options.onFiltersChange?.(filters, { reason: 'apply' });
      if (page) options.onPageCreated?.(page, payload);
    },
    reportFailure(error: DiscovrError) {
      for (const [index, issue] of (error.issues ?? []).entries()) {
        const field = fieldOfIssue(issue);
        if (field) form.setError(field, { type: 'server', message: issue.message }, { shouldFocus: index === 0 });
      }
      // The notice above the buttons is not a live region.
      if (isSessionError(error)) announce(sessionErrorText(error, messages));
      if (error.code === 'NOT_SIGNED_IN') options.onSessionRequired?.('signedOut');
      if (error.code === 'NO_ACTIVE_PROFILE') options.onSessionRequired?.('signedIn');
    },
  });

  const submit = form.handleSubmit(async (payload) => {
    if (options.createsPage === false) return latest.report(payload);
    let page: CreatePageResponse;
    try {
      page = await creation.mutateAsync(payload);
    } catch (error) {
      // The mutation keeps the error for the alert. An abort is not reported.
      if (isMounted.current && isDiscovrError(error)) latest.reportFailure(error);
      return;
    }
    if (isMounted.current) latest.report(payload, page);
  });

  const apply = async () => {
    if (isApplying.current) return;
    isApplying.current = true;
    try {
      // `loadPageFilterResolver` rejects with a DiscovrError only.
      const failure = await loadPageFilterResolver().then(
        () => null,
        (error: DiscovrError) => error,
      );
      setLoadError(failure);
      if (failure) failuresOf(client).notify({ error: failure, operation: 'code' });
      if (!failure) await submit();
    } finally {
      isApplying.current = false;
    }
  };

  return {
    apply,
    status: loadError ? 'failed' : statusOf(creation.status, creation.error),
    page: creation.data,
    error: loadError ?? (isAbortError(creation.error) ? null : creation.error),
  };
}

function statusOf(
  status: 'idle' | 'pending' | 'success' | 'error',
  error: unknown,
): PageFilterFormController['status'] {
  if (status === 'pending') return 'creating';
  if (status === 'success') return 'created';
  return status === 'error' && !isAbortError(error) ? 'failed' : 'idle';
}

/** Loads the code that validates the form: zod, its resolver and the schema of the form. */
const loadPageFilterResolver = loadOnce('filter forms', () => import('./pageFilterResolver.js'));

/**
 * Returns a resolver that loads its code when the form is first validated. Rejects with a `DiscovrError` when the code
 * cannot be loaded.
 *
 * @param isTouchedLast see `pageFilterResolver`.
 */
export function latePageFilterResolver(
  isTouchedLast: (field: FieldName) => boolean,
): Resolver<PageFilterFormValues, unknown, PageFilterPayload> {
  return async (...args) => (await loadPageFilterResolver()).pageFilterResolver(isTouchedLast)(...args);
}
