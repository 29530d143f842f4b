'use client';

import { forwardRef, useState, type ComponentPropsWithoutRef } from 'react';
import { activeFilters, withoutFilter, type ActiveFilter } from '../../filters/activeFilters.js';
import { describeFilter } from '../../filters/describeFilter.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import type { FiltersChange } from '../../filters/filtersChange.js';
import type { FilterVocabulary } from '../../filters/vocabulary/vocabulary.js';
import { filtersEnglish } from '../../messages/english/filters.js';
import { vocabularyEnglish } from '../../messages/english/vocabulary.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { MessagesOverride } from '../../messages/messages.js';
import { eventsOf } from '../../react/events/events.js';
import { useDiscovrContext, useMessages } from '../../react/provider/context.js';
import { NO_KNOWN_OPTIONS } from '../../react/filters/useLabels.js';
import { useLabelOf, useVocabulary } from '../../react/filters/useVocabulary.js';
import { Announcement } from '../../ui/Announcement.js';
import { ClassNamesContext, type PageFilterFormClassNames } from '../../ui/classNames.js';
import { FilterChips } from '../../ui/fields/FilterChips.js';
import { useRootProps } from '../../ui/useRootProps.js';

/** Class names by slot of {@link ActiveFilters}. */
export type ActiveFiltersClassNames = Pick<PageFilterFormClassNames, 'root' | 'chip' | 'clearAllButton'>;

/** Props of {@link ActiveFilters}, including those of a `<section>`. */
export interface ActiveFiltersProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /**
   * Applied filters.
   * @default none
   */
  filters?: FilterSpec | undefined;
  /** Called with the remaining filters as soon as the user removes filters. Apply the remaining filters. */
  onFiltersChange?: ((filters: FilterSpec, details: FiltersChange & { reason: 'chip' }) => void) | undefined;
  /**
   * Vocabulary that names the chosen ids. Keep its functions at module level.
   * @default the provider's vocabulary
   */
  vocabulary?: FilterVocabulary | undefined;
  /** Messages that override the provider's. Define the object at module level. */
  messages?: MessagesOverride | undefined;
  /** Class names by slot. Define the object at module level. */
  classNames?: ActiveFiltersClassNames | undefined;
}

const english = { ...vocabularyEnglish, ...filtersEnglish };
const NO_FILTERS: FilterSpec = {};

/**
 * Shows the applied filters as chips outside a form, for example above a page. Removing a chip takes effect
 * immediately. Renders a `<section>`. When no filter is active, it has `data-empty` and shows a message.
 *
 * @example
 * const { filters, setFilters } = usePageFilterUrl();
 * return <ActiveFilters filters={filters} onFiltersChange={setFilters} />;
 */
export const ActiveFilters = forwardRef<HTMLElement, ActiveFiltersProps>(function ActiveFilters(props, ref) {
  const { filters = NO_FILTERS, onFiltersChange, messages: own, classNames, vocabulary, className, ...rest } = props;
  const { client, locale } = useDiscovrContext('<ActiveFilters>');
  const rootProps = useRootProps('<ActiveFilters>', 'discovr-ActiveFilters', {
    ref,
    className,
    classNames,
  });
  const messages = useMessages(english, own, '<ActiveFilters>');
  const labelOf = useLabelOf(useVocabulary('<ActiveFilters>', vocabulary), filters, NO_KNOWN_OPTIONS);
  const [announcement, setAnnouncement] = useState({ id: 0, text: '' });
  const wording = { messages, locale, labelOf };
  const active = activeFilters(filters, wording);
  const texts = messages.chips;

  const change = (next: FilterSpec, text: string) => {
    setAnnouncement(({ id }) => ({ id: id + 1, text }));
    eventsOf(client).emit({ type: 'filtersApplied', filters: next, reason: 'chip' });
    onFiltersChange?.(next, { reason: 'chip' });
  };
  const remove = (filter: ActiveFilter) =>
    change(withoutFilter(filters, filter), formatMessage(texts.removed, { filter: filter.label }));

  return (
    <ClassNamesContext.Provider value={classNames}>
      <section aria-label={texts.label} {...rest} {...rootProps} data-empty={active.length === 0 ? '' : undefined}>
        <FilterChips
          filters={active}
          label={texts.label}
          removeText={texts.remove}
          onRemove={remove}
          clearAll={{ text: texts.clearAll, onClear: () => change(NO_FILTERS, texts.cleared) }}
        />
        {active.length === 0 && <p className="discovr-ActiveFilters-none">{describeFilter(filters, wording)}</p>}
        <Announcement value={announcement} />
      </section>
    </ClassNamesContext.Provider>
  );
});
