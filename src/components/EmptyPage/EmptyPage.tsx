'use client';

import { forwardRef, useId, useState, type ComponentPropsWithoutRef } from 'react';
import { activeFilters, withoutFilter, type ActiveFilter } from '../../filters/activeFilters.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { emptyPageEnglish } from '../../messages/english/page.js';
import { errorsEnglish } from '../../messages/english/states.js';
import { filtersEnglish } from '../../messages/english/filters.js';
import { vocabularyEnglish } from '../../messages/english/vocabulary.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { MessagesOverride } from '../../messages/messages.js';
import { eventsOf } from '../../react/events/events.js';
import { useDiscovrContext, useMessages } from '../../react/provider/context.js';
import { useLabelOf, useVocabulary } from '../../react/filters/useVocabulary.js';
import { Announcement } from '../../ui/Announcement.js';
import { ClassNamesContext, slotClass } from '../../ui/classNames.js';
import { FilterChips } from '../../ui/fields/FilterChips.js';
import { filtersIcon, Icon, playIcon } from '../../ui/Icon.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { FilterSearch, NothingYet } from './FilterSearch.js';
import type { EmptyPageChange, EmptyPageClassNames } from './types.js';
import { useSuggestions } from './useSuggestions.js';

/** Props of {@link EmptyPage}, including those of a `<section>`. */
export interface EmptyPageProps extends Omit<ComponentPropsWithoutRef<'section'>, 'children'> {
  /**
   * Filters of the page without titles.
   * @default none
   */
  filters?: FilterSpec | undefined;
  /** Called with the remaining filters when the user removes filters. Apply the remaining filters. */
  onFiltersChange: (filters: FilterSpec, change: EmptyPageChange) => void;
  /**
   * Loads the page again. Called when the user tries again on a page that is empty without filters.
   * @default there is no button
   */
  onRetry?: (() => void | Promise<void>) | undefined;
  /**
   * Level of the heading.
   * @default 2
   */
  headingLevel?: 2 | 3 | 4 | undefined;
  /** Class names by slot. Define the object at module level. */
  classNames?: EmptyPageClassNames | undefined;
  /** Messages that override the provider's. Define the object at module level. */
  messages?: MessagesOverride | undefined;
}

const english = { ...vocabularyEnglish, ...filtersEnglish, ...emptyPageEnglish, ...errorsEnglish };
const NO_FILTERS: FilterSpec = {};
const NO_OPTIONS = new Map<never, never>();

/**
 * Shows that a page has no titles, lists the active filters, and finds out which filter to remove: once a profile is
 * active, it creates the page without each filter kind, one after the other. Each filter can be removed with one click.
 * Without filters, it shows that there is nothing yet, and a button that tries again.
 * Renders a `<section>`; `data-state` is `empty` without filters, otherwise the state of the search: `idle`, `probing`, `done` or
 * `failed`.
 *
 * @throws {Error} when rendered outside a `<DiscovrProvider>`.
 * @example
 * <EmptyPage filters={filters} onFiltersChange={setFilters} />
 */
export const EmptyPage = forwardRef<HTMLElement, EmptyPageProps>(function EmptyPage(props, ref) {
  const {
    filters = NO_FILTERS,
    onFiltersChange,
    onRetry,
    headingLevel = 2,
    messages: own,
    classNames,
    className,
    ...rest
  } = props;
  const { client, locale } = useDiscovrContext('<EmptyPage>');
  const rootProps = useRootProps('<EmptyPage>', 'discovr-EmptyPage', {
    ref,
    className,
    classNames,
  });
  const messages = useMessages(english, own, '<EmptyPage>');
  const labelOf = useLabelOf(useVocabulary('<EmptyPage>'), filters, NO_OPTIONS);
  const titleId = useId();
  const [removed, setRemoved] = useState('');
  const active = activeFilters(filters, { messages, locale, labelOf });
  const search = useSuggestions({ filters, active, messages, locale });
  const texts = messages.emptyPage;
  const isFiltered = active.length > 0;
  const Heading = `h${headingLevel}` as const;

  const change = (next: FilterSpec, details: Omit<EmptyPageChange, 'reason'>) => {
    eventsOf(client).emit({ type: 'filtersApplied', filters: next, reason: 'chip' });
    onFiltersChange(next, { reason: 'chip', ...details });
  };
  const remove = (filter: ActiveFilter) => {
    setRemoved(formatMessage(messages.chips.removed, { filter: filter.label }));
    change(withoutFilter(filters, filter), { dropped: [filter] });
  };
  return (
    <ClassNamesContext.Provider value={classNames}>
      <section aria-labelledby={titleId} {...rest} {...rootProps} data-state={isFiltered ? search.status : 'empty'}>
        <span className={slotClass(classNames, 'icon', 'discovr-EmptyPage-icon')}>
          <Icon path={isFiltered ? filtersIcon : playIcon} />
        </span>
        <Heading id={titleId} className={slotClass(classNames, 'title', 'discovr-EmptyPage-title')}>
          {isFiltered ? texts.nothingMatches : texts.nothingYet}
        </Heading>
        {!isFiltered && <NothingYet texts={texts} onRetry={onRetry} classNames={classNames} />}
        {isFiltered && (
          <>
            <p className={slotClass(classNames, 'text', 'discovr-EmptyPage-text')}>{texts.hint}</p>
            <FilterChips
              filters={active}
              label={messages.chips.label}
              removeText={messages.chips.remove}
              onRemove={remove}
            />
            <FilterSearch
              search={search}
              texts={texts}
              classNames={classNames}
              onApply={({ kind, filters: left, pageId }) => {
                const dropped = active.filter((filter) => filter.kind === kind);
                change(left, { dropped, ...(pageId !== undefined && { pageId }) });
              }}
              onClearAll={() => change(NO_FILTERS, { dropped: active })}
            />
          </>
        )}
        <Announcement value={{ id: 0, text: search.announcement || removed }} />
      </section>
    </ClassNamesContext.Provider>
  );
});
