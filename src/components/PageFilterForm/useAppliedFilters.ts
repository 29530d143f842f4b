'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { canonicalFilters, filtersKey } from '../../filters/canonicalFilters.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { withoutTwins, withTwins } from '../../filters/genreTwins.js';
import { formValuesFromFilters, type PageFilterFormValues, type PageFilterPayload } from '../../filters/formValues.js';
import type { FilterVocabulary, Option } from '../../filters/vocabulary/vocabulary.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { formatList, isolateName } from '../../messages/locale.js';
import { vocabularyLists, type VocabularyList } from '../../react/filters/vocabularyLists.js';
import { isDraftOf } from './fieldErrors.js';
import type { FilterFormMessages } from './filterFormMessages.js';
import type { DroppedChoices } from './types.js';

/**
 * Returns the applied filters and their setter. When the app controls the filters (`controlled`), the setter has no
 * visible effect.
 *
 * @param onFollow called when the draft is that of the applied filters after they have changed, with whether it was changed
 *   too.
 */
export function useAppliedFilters(
  form: UseFormReturn<PageFilterFormValues, unknown, PageFilterPayload>,
  controlled: FilterSpec | undefined,
  initial: FilterSpec | undefined,
  onFollow: (isRefilled: boolean) => void,
): [FilterSpec, (filters: FilterSpec) => void] {
  const [own, setOwn] = useState(() => canonicalFilters(controlled ?? initial));
  const key = controlled && filtersKey(controlled);
  // The app may pass equal filters in a new object on each render. They must not count as a change.
  const [latest, setLatest] = useState({ key, filters: own });
  if (key !== undefined && latest.key !== key) setLatest({ key, filters: canonicalFilters(controlled) });
  const applied = controlled ? latest.filters : own;

  const previous = useRef(applied);
  /** Key of the filters that the form has applied itself. What the user has changed since then stays. */
  const ownKey = useRef<string>(undefined);
  useEffect(() => {
    const before = previous.current;
    previous.current = applied;
    if (before === applied) return;
    const draft = form.getValues();
    const isRefilled = ownKey.current !== filtersKey(applied) && isDraftOf(draft, before);
    ownKey.current = undefined;
    if (isRefilled) form.reset(formValuesFromFilters(applied, draft.name));
    if (isRefilled || isDraftOf(draft, applied)) onFollow(isRefilled);
  }, [applied, form, onFollow]);

  const setApplied = useCallback((filters: FilterSpec) => {
    ownKey.current = filtersKey(filters);
    setOwn(filters);
  }, []);
  return [applied, setApplied];
}

type MediaTypeValue = PageFilterFormValues['mediaType'];

/** Rules between fields: genres depend on the type, watch providers on the regions. */
interface DependentChoices {
  readonly dropped: DroppedChoices | null;
  /** Adds the twins that the vocabulary offers. */
  withTwins(genres: readonly string[]): string[];
  setMediaType(mediaType: MediaTypeValue): void;
  setRegions(regions: string[]): void;
  /** Forgets the note and, unless the draft stays, the lists with which its choices have not been compared yet. */
  forgetDropped(isRefilled: boolean): void;
}

interface UseDependentChoicesOptions {
  readonly form: UseFormReturn<PageFilterFormValues, unknown, PageFilterPayload>;
  readonly vocabulary: FilterVocabulary;
  readonly messages: FilterFormMessages;
  readonly locale: string;
  readonly announce: (text: string) => void;
}

/** A change of the list of a kind, because the field on which it depends has changed. */
interface ListChange {
  readonly kind: DroppedChoices['kind'];
  readonly previous: () => VocabularyList;
  readonly offered: () => VocabularyList;
  /** Whether the field has not been changed again. */
  readonly isCurrent: () => boolean;
}

/**
 * Changes a field and the choices that depend on it: in the same event if their lists are available, otherwise when the
 * lists have loaded. Choices that only the previous list offers are dropped and announced. All others are kept,
 * including ids that neither list offers. After several changes, the previous list is the one before the first change
 * whose lists have not loaded.
 */
export function useDependentChoices({
  form,
  vocabulary,
  messages,
  locale,
  announce,
}: UseDependentChoicesOptions): DependentChoices {
  const [dropped, setDropped] = useState<DroppedChoices | null>(null);
  // The changes whose lists have not been compared yet, because one is loading or did not load.
  const left = useRef(new Map<DroppedChoices['kind'], ListChange>());
  const lists = vocabularyLists(vocabulary);

  const compare = ({ kind, previous, offered, isCurrent }: ListChange) => {
    const [{ status, options: before }, { status: newStatus, options: now }] = [previous(), offered()];
    // A list that does not load offers nothing to choose. The user can load the one that is shown again.
    if (status === 'pending' || newStatus !== 'success' || !isCurrent()) return;
    left.current.delete(kind);
    const chosen = form.getValues(kind);
    const gone = chosen.filter((id) => offers(before, id) && !offers(now, id));
    if (gone.length === 0) return;
    const kept = chosen.filter((id) => !gone.includes(id));
    form.setValue(kind, kept, { shouldDirty: true });
    // The twin of a genre, such as that of series, stands for it.
    const lost = gone.filter((id) => kind !== 'genres' || !withTwins([id]).some((twin) => kept.includes(twin)));
    if (lost.length === 0) return;
    const names = lost.map((id) => before.find((option) => option.id === id)?.label ?? id);
    const template = kind === 'genres' ? 'droppedGenres' : 'droppedWatchProviders';
    const isolated = names.map((name) => isolateName(name, locale));
    const listed = formatList(isolated, locale, 'conjunction');
    const message = formatMessage(messages.announcements[template], { names: listed });
    setDropped({ kind, names, message });
    announce(message);
  };
  useEffect(() => {
    const compareLeft = () => left.current.forEach((change) => compare(change));
    // A list may have loaded while React hid the form.
    compareLeft();
    return lists.subscribe(compareLeft);
  });

  const follow = (change: ListChange) => {
    setDropped(null);
    const { kind } = change;
    // Of several changes, the choices are those of the list before the first one.
    const whole = { ...change, previous: left.current.get(kind)?.previous ?? change.previous };
    left.current.set(kind, whole);
    compare(whole);
  };

  const withOfferedTwins = (genres: readonly string[]) => {
    const { options } = lists.genres(undefined);
    return withTwins(genres).filter((id) => genres.includes(id) || offers(options, id));
  };

  return {
    dropped,
    withTwins: withOfferedTwins,
    setMediaType(mediaType) {
      const genres = form.getValues('genres');
      const next = mediaType === 'movie' ? withoutTwins(genres) : withOfferedTwins(genres);
      form.setValue('genres', next, { shouldDirty: true });
      const before = form.getValues('mediaType');
      form.setValue('mediaType', mediaType, { shouldDirty: true });
      follow({
        kind: 'genres',
        previous: () => lists.genres(specValue(before)),
        offered: () => lists.genres(specValue(mediaType)),
        isCurrent: () => form.getValues('mediaType') === mediaType,
      });
    },
    setRegions(regions) {
      const before = form.getValues('regions');
      form.setValue('regions', regions, { shouldDirty: true });
      follow({
        kind: 'watchProviders',
        previous: () => lists.providers(before),
        offered: () => lists.providers(regions),
        isCurrent: () => form.getValues('regions').join() === regions.join(),
      });
    },
    forgetDropped(isRefilled) {
      if (isRefilled) left.current.clear();
      setDropped(null);
    },
  };
}

const offers = (list: readonly Option[], id: string) => list.some((option) => option.id === id);

function specValue(mediaType: MediaTypeValue) {
  return mediaType === 'all' ? undefined : mediaType;
}
