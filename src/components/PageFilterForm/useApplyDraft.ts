'use client';

import { useEffect, useRef, useState } from 'react';
import type { Resolver, UseFormReturn } from 'react-hook-form';
import type { PageFilterFormValues, PageFilterPayload } from '../../filters/formValues.js';
import { failuresOf } from '../../react/failures/failures.js';
import { takeKeptDraft } from '../../react/filters/keptDraft.js';
import { useLatestMethods } from '../../react/hooks.js';
import { useDiscovrContext } from '../../react/provider/context.js';
import type { DiscovrError } from '../../shared/errors.js';
import { loadOnce } from '../../shared/lateModule.js';
import type { AppliedForm, Creation } from './applyDraft.js';
import type { FieldName } from './fieldErrors.js';
import type * as LateForm from './pageFilterResolver.js';

/** Result of {@link useApplyDraft}: the status of applying the draft, and the method that applies it. */
interface ApplyDraft extends Creation {
  apply(): Promise<void>;
  /** Forgets an earlier failure. */
  forgetFailure(): void;
}

const IDLE: Creation = { status: 'idle', page: undefined, error: null };

/** Returns the status of applying the draft, and a method that loads the code for it and runs it. */
export function useApplyDraft(
  given: Pick<AppliedForm, 'form' | 'options' | 'messages' | 'announce' | 'setApplied'>,
): ApplyDraft {
  const { client, queryClient } = useDiscovrContext('usePageFilterForm()');
  const [creation, setCreation] = useState(IDLE);
  const [loadError, setLoadError] = useState<DiscovrError | null>(null);
  const isApplying = useRef(false);
  const isMounted = useRef(false);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  const forgetCreation = () => setCreation(IDLE);
  const { latest } = useLatestMethods({
    latest: (): AppliedForm => ({
      ...given,
      client,
      queryClient,
      setCreation,
      forgetCreation,
      isMounted: isMounted.current,
    }),
  });

  const apply = async () => {
    if (isApplying.current) return;
    isApplying.current = true;
    try {
      // `loadLateForm` rejects with a DiscovrError only.
      const failure = await loadLateForm().then(
        () => null,
        (error: DiscovrError) => error,
      );
      setLoadError(failure);
      if (failure) failuresOf(client).notify({ error: failure, operation: 'code' });
      else await lateForm?.applyDraft(latest);
    } finally {
      isApplying.current = false;
    }
  };

  const forgetFailure = () => {
    setLoadError(null);
    if (creation.error) forgetCreation();
  };

  return { ...creation, ...(loadError && { status: 'failed', error: loadError }), apply, forgetFailure };
}

/**
 * Returns the draft to a form that was left to sign in or to choose a profile, unless the user has edited the form. The
 * first form that can use it gets it. A form that was not left forgets it when a profile is active.
 */
export function useKeptDraft(
  form: UseFormReturn<PageFilterFormValues, unknown, PageFilterPayload>,
  { isActive, isWanted, isUnedited, onReturn }: KeptDraftOptions,
): void {
  const { client } = useDiscovrContext('usePageFilterForm()');
  const hasLooked = useRef(false);
  const { look } = useLatestMethods({
    look({ readDraft }: typeof LateForm) {
      if (!isWanted || (hasLooked.current && !isActive)) return;
      const draft = readDraft(takeKeptDraft(client));
      if (draft && !hasLooked.current && isUnedited()) {
        form.reset(draft);
        onReturn?.();
      }
      hasLooked.current = true;
    },
  });
  useEffect(() => {
    let isCurrent = true;
    // Loaded before the user applies the draft. A failure is reported when they do.
    loadLateForm().then(
      (late) => isCurrent && look(late),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [look, isActive]);
}

/** Options of {@link useKeptDraft}. */
interface KeptDraftOptions {
  /** Whether a profile is active. */
  readonly isActive: boolean;
  /** Whether the form needs a session, so that it can have been left for one. */
  readonly isWanted: boolean;
  /** Whether the draft of the form equals the applied filters. */
  readonly isUnedited: () => boolean;
  /** Called when the draft is back. */
  readonly onReturn: (() => void) | undefined;
}

/** The code that the form loads after its first render; `undefined` until it is loaded. */
export let lateForm: typeof LateForm | undefined;

/** Loads what validates and applies a draft: zod, the schema of the form, and the request. */
const loadLateForm = loadOnce('filter forms', async () => (lateForm = await import('./pageFilterResolver.js')));

/**
 * Returns a resolver that loads its code when the form is first validated. Rejects with a `DiscovrError` when the code
 * cannot be loaded.
 *
 * @param isTouchedLast see `pageFilterResolver`.
 */
export function latePageFilterResolver(
  isTouchedLast: (field: FieldName) => boolean,
): Resolver<PageFilterFormValues, unknown, PageFilterPayload> {
  return async (...args) => (await loadLateForm()).pageFilterResolver(isTouchedLast)(...args);
}
