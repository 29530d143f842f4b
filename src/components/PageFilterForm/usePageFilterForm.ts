'use client';

import { useMemo, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { activeFilters, type ActiveFilter } from '../../filters/activeFilters.js';
import { describeFilter } from '../../filters/describeFilter.js';
import { filterFields, isChoicesKind, isRangeKind, type RangeKind } from '../../filters/filterFields.js';
import { withoutGenre } from '../../filters/genreTwins.js';
import {
  formValuesFromFilters,
  validFormValues,
  type PageFilterFormValues,
  type PageFilterPayload,
} from '../../filters/formValues.js';
import type { Option, VocabularyKind } from '../../filters/vocabulary/vocabulary.js';
import { keepDraft } from '../../react/filters/keptDraft.js';
import { useVocabulary } from '../../react/filters/useVocabulary.js';
import { useLatestMethods, useSameObject } from '../../react/hooks.js';
import { useDiscovrContext, useMessages } from '../../react/provider/context.js';
import { useSession, useSessionRequest } from '../../react/session/useSession.js';
import { useDraft, useFormController } from './context.js';
import { areEqualValues, type FieldName } from './fieldErrors.js';
import { filterFormMessages } from './filterFormMessages.js';
import type { PageFilterFormController, UsePageFilterFormOptions, UsePageFilterFormResult } from './types.js';
import { useAppliedFilters, useDependentChoices } from './useAppliedFilters.js';
import { latePageFilterResolver, useApplyDraft, useKeptDraft } from './useApplyDraft.js';

/**
 * Returns the logic of the page filter form for custom markup: draft, applied filters, dependent fields and methods.
 * Renders again when the draft changes. To combine custom markup with the parts of the form, pass the result to
 * `<PageFilterFormRoot controller={…}>`.
 *
 * @example
 * const { form, activeFilters, apply } = usePageFilterForm({ onPageCreated: (page) => navigate(page.id) });
 */
export function usePageFilterForm(options: UsePageFilterFormOptions = {}): UsePageFilterFormResult {
  return useWithDraft(usePageFilterFormController(options));
}

/**
 * Returns the form that contains the calling component, as `usePageFilterForm` does. Use it in custom parts inside
 * `<PageFilterForm>` or `<PageFilterFormRoot>`. Renders again when the draft changes.
 *
 * @throws {Error} when called outside such a form.
 * @example
 * const { draftFilters } = usePageFilterFormContext();
 */
export function usePageFilterFormContext(): UsePageFilterFormResult {
  return useWithDraft(useFormController());
}

function useWithDraft(controller: PageFilterFormController): UsePageFilterFormResult {
  const { locale, messages } = controller;
  const { draftFilters, labelOf } = useDraft(controller);
  const texts = { locale, messages, labelOf };
  return {
    ...controller,
    controller,
    draftFilters,
    activeFilters: activeFilters(draftFilters, texts),
    summary: describeFilter(draftFilters, texts),
  };
}

/**
 * Returns the logic of the form. Does not subscribe to the draft, so an edit renders only the parts that show it.
 *
 * @param onDraftReturned called when the draft is back that was left to sign in.
 */
export function usePageFilterFormController(
  options: UsePageFilterFormOptions,
  onDraftReturned?: () => void,
): PageFilterFormController {
  const { client, locale } = useDiscovrContext('usePageFilterForm()');
  const vocabulary = useVocabulary('usePageFilterForm()', options.vocabulary);
  const messages = useMessages(filterFormMessages, options.messages, 'usePageFilterForm()');
  const [announcement, setAnnouncement] = useState({ id: 0, text: '' });
  const [knownOptions] = useState(() => new Map<VocabularyKind, readonly Option[]>());
  const touchedLast = useRef<Partial<Record<RangeKind, FieldName>>>({});

  const [resolver] = useState(() =>
    latePageFilterResolver((field) => Object.values(touchedLast.current).includes(field)),
  );
  const form = useForm<PageFilterFormValues, unknown, PageFilterPayload>({
    resolver,
    defaultValues: formValuesFromFilters(options.filters ?? options.defaultFilters, options.defaultName),
    // The form validates on Apply and, in `noteRangeEdit`, when a bound loses focus.
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
  });

  const announce = (text: string) => setAnnouncement(({ id }) => ({ id: id + 1, text }));
  const choices = useDependentChoices({ form, vocabulary, messages, locale, announce });
  const [appliedFilters, setApplied] = useAppliedFilters(
    form,
    options.filters,
    options.defaultFilters,
    choices.forgetDropped,
  );
  const appliedValues = useMemo(
    () => formValuesFromFilters(appliedFilters, options.defaultName),
    [appliedFilters, options.defaultName],
  );
  const applying = useApplyDraft({ form, options, messages, announce, setApplied });

  const setChosen = (kind: VocabularyKind, ids: string[]) => {
    if (kind === 'regions') choices.setRegions(ids);
    else form.setValue(kind, ids, { shouldDirty: true });
    form.clearErrors(kind);
  };
  const choose = (kind: VocabularyKind, id: string, isChosen: boolean) => {
    const ids = form.getValues(kind);
    const isFolded = kind === 'genres' && form.getValues('mediaType') === 'all';
    const others = isFolded ? withoutGenre(ids, id) : ids.filter((other) => other !== id);
    const next = isChosen ? [...others, id] : others;
    setChosen(kind, isFolded && isChosen ? choices.withTwins(next) : next);
  };
  const refill = (values: PageFilterFormValues) => {
    form.reset(values);
    choices.forgetDropped(true);
    applying.forgetFailure();
  };

  const requestSession = useSessionRequest(options.onSessionRequired);
  const { status: sessionStatus } = useSession();
  const canRequest = requestSession !== undefined && options.createsPage !== false;
  const isMissing = canRequest && (sessionStatus === 'signedOut' || sessionStatus === 'signedIn');
  const missingSession = isMissing ? sessionStatus : undefined;
  useKeptDraft(form, {
    isActive: sessionStatus === 'active',
    isWanted: options.createsPage !== false,
    isUnedited: () => areEqualValues(form.getValues(), appliedValues),
    onReturn: onDraftReturned,
  });
  const methods = useLatestMethods({
    announce,
    async apply() {
      if (!missingSession) return applying.apply();
      keepDraft(client, validFormValues(form.getValues()));
      requestSession?.(missingSession);
    },
    setMediaType: choices.setMediaType,
    setRegions: (regions: string[]) => setChosen('regions', regions),
    setChoice(kind: VocabularyKind, option: Option | string, isChosen: boolean) {
      const met = knownOptions.get(kind) ?? [];
      const isId = typeof option === 'string';
      const chosen = isId ? option : option.id;
      if (!isId && !met.some(({ id }) => id === chosen)) knownOptions.set(kind, [...met, option]);
      choose(kind, chosen, isChosen);
    },
    clearChoices: (kind: VocabularyKind) => setChosen(kind, []),
    setRange(range: RangeKind, lower = '', upper = '') {
      const [lowerField, upperField] = filterFields[range].fields;
      form.setValue(lowerField, lower, { shouldDirty: true });
      form.setValue(upperField, upper, { shouldDirty: true });
      form.clearErrors([lowerField, upperField]);
    },
    noteRangeEdit(range: RangeKind, bound: 'lower' | 'upper', event: 'change' | 'blur') {
      const pair = filterFields[range].fields;
      const field = pair[bound === 'lower' ? 0 : 1];
      if (event === 'change') touchedLast.current[range] = field;
      // While the user types, only an existing error is updated. A new error appears when the field loses focus.
      const hasError = pair.some((name) => form.getFieldState(name).error);
      if (!hasError && (event === 'change' || form.getValues(field) === '')) return;
      // If the code that validates cannot be loaded, Apply reports it.
      form.trigger([...pair]).catch(() => undefined);
    },
    removeFilter({ kind, id }: Pick<ActiveFilter, 'kind' | 'id'>) {
      if (isRangeKind(kind)) methods.setRange(kind);
      else if (isChoicesKind(kind)) choose(kind, id ?? '', false);
      else choices.setMediaType('all');
    },
    reset: () => refill(appliedValues),
    clear: () => refill(formValuesFromFilters()),
  });

  const { status, page, error } = applying;
  return useSameObject({
    form,
    vocabulary,
    messages,
    locale,
    appliedFilters,
    appliedValues,
    status,
    page,
    error,
    dropped: choices.dropped,
    announcement,
    knownOptions,
    missingSession,
    ...methods,
  });
}
