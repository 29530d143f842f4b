'use client';

import { forwardRef, useContext, useId, useRef, useState, type ComponentPropsWithoutRef, type RefObject } from 'react';
import { activeFilters, withoutFilter, type ActiveFilter } from '../../filters/activeFilters.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { emptyPageEnglish } from '../../messages/english/page.js';
import { errorsEnglish } from '../../messages/english/states.js';
import { filtersEnglish } from '../../messages/english/filters.js';
import { vocabularyEnglish } from '../../messages/english/vocabulary.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { MessagesOverride, Messages } from '../../messages/messages.js';
import { eventsOf } from '../../react/events/events.js';
import { useDiscovrContext, useMessages } from '../../react/provider/context.js';
import { NO_KNOWN_OPTIONS } from '../../react/filters/useLabels.js';
import { useLabelOf, useVocabulary } from '../../react/filters/useVocabulary.js';
import { Announcement } from '../../ui/Announcement.js';
import { ClassNamesContext, slotClass } from '../../ui/classNames.js';
import { FilterChips } from '../../ui/fields/FilterChips.js';
import { filtersIcon, Icon, playIcon, warningIcon } from '../../ui/Icon.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { StableLabel } from '../../ui/StableLabel.js';
import { RemoteContext } from '../../ui/remoteContext.js';
import { useFocusAcrossViews } from '../../ui/useViewFocus.js';
import type { EmptyPageChange, EmptyPageClassNames } from './types.js';
import { useSuggestions, type Suggestion, type Suggestions } from './useSuggestions.js';

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
   * Opens the app's form with the filters. Called when the user wants to change several of them.
   * @default there is no button
   */
  onEditFilters?: (() => void) | undefined;
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

/**
 * Shows that a page has no titles, lists the active filters, and finds out which filter to remove: once a profile is
 * active, it creates the page without each filter kind, one after the other. Each filter can be removed with one click.
 * Without filters, it shows that there is nothing yet, and a button that tries again. Renders a `<section>`;
 * `data-state` is `empty` without filters, otherwise the state of the search: `idle`, `probing`, `done` or
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
    onEditFilters,
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
  const labelOf = useLabelOf(useVocabulary('<EmptyPage>'), filters, NO_KNOWN_OPTIONS);
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
            {/* The search says more. */}
            {search.status === 'idle' && (
              <p className={slotClass(classNames, 'text', 'discovr-EmptyPage-text')}>{texts.hint}</p>
            )}
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
              onRetry={() => {
                // Otherwise it would be heard again.
                setRemoved('');
                search.start();
              }}
              onApply={({ kind, filters: left, pageId }) => {
                const dropped = active.filter((filter) => filter.kind === kind);
                change(left, { dropped, ...(pageId !== undefined && { pageId }) });
              }}
              onClearAll={() => change(NO_FILTERS, { dropped: active })}
              onEditFilters={onEditFilters}
            />
          </>
        )}
        <Announcement value={{ id: 0, text: search.announcement || removed }} />
      </section>
    </ClassNamesContext.Provider>
  );
});

interface FilterSearchProps {
  search: Suggestions;
  texts: Messages['emptyPage'];
  classNames: EmptyPageClassNames | undefined;
  onRetry: () => void;
  onApply: (suggestion: Suggestion) => void;
  onClearAll: () => void;
  onEditFilters: (() => void) | undefined;
}

/** Renders the search for the filter to remove: its progress, its results, and the button that clears all filters. */
function FilterSearch(props: FilterSearchProps) {
  const { search, texts, classNames, onRetry, onApply, onClearAll, onEditFilters } = props;
  const { status, suggestions, progress } = search;
  const isProbing = status === 'probing';
  const hasFound = suggestions.length > 0;
  // "Try again" is removed when it is clicked.
  const root = useFocusAcrossViews<HTMLDivElement>(status, (element) => element);
  const { rows, best } = useBestFirst(search, root);
  const canBeMain = !hasFound && !isProbing;
  const button = (label: string, onClick: () => void, isMain: boolean) => (
    <button
      type="button"
      className={slotClass(classNames, 'button', 'discovr-Button')}
      data-variant={isMain ? 'main' : undefined}
      data-look={canBeMain && !isMain ? 'outline' : undefined}
      onClick={onClick}
    >
      {label}
    </button>
  );
  return (
    <div ref={root} tabIndex={-1} className="discovr-EmptyPage-search">
      {search.canSearch && (
        <p className={slotClass(classNames, 'text', 'discovr-EmptyPage-text discovr-EmptyPage-lead')}>
          {search.canRetry && <Icon path={warningIcon} />} {search.text || (hasFound && texts.suggestionsTitle)}
        </p>
      )}
      {(isProbing || hasFound) && (
        <>
          {/* Keeps its place after the search, so that nothing moves. */}
          <progress
            className="discovr-EmptyPage-progress"
            data-done={isProbing ? undefined : ''}
            aria-hidden="true"
            {...progress}
          />
          <ul className="discovr-EmptyPage-suggestions" aria-label={texts.suggestionsTitle}>
            {rows.map((suggestion, index) => (
              <li key={suggestion.kind} className="discovr-EmptyPage-suggestionItem">
                <button
                  type="button"
                  className={slotClass(classNames, 'suggestion', 'discovr-Button discovr-EmptyPage-suggestion')}
                  data-variant={suggestion === best ? 'main' : undefined}
                  data-remote={index === 0 ? 'first' : undefined}
                  onClick={() => onApply(suggestion)}
                >
                  <SuggestionText {...suggestion} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="discovr-EmptyPage-actions">
        {search.canRetry && button(texts.retry, onRetry, canBeMain)}
        {button(texts.clearAll, onClearAll, canBeMain && !search.canRetry)}
        {onEditFilters && button(texts.editFilters, onEditFilters, false)}
      </div>
    </div>
  );
}

/** Text of a suggestion. How many titles it brings is less prominent. */
function SuggestionText({ text, titles }: Suggestion) {
  const [before, after] = text.split(titles);
  return (
    <>
      {before}
      <span className="discovr-EmptyPage-count">{titles}</span>
      {after}
    </>
  );
}

const SUGGESTION = '.discovr-EmptyPage-suggestion';

/**
 * Returns the suggestions in the order in which to show them, and the one with the most titles, which is the most useful
 * next action. While the search runs, they stay where they were found. After it, the best one is the first, unless the
 * user is on one of them. A remote control is on the first of them until the user moves it.
 */
function useBestFirst({ status, suggestions }: Suggestions, root: RefObject<HTMLElement | null>) {
  const [order, setOrder] = useState('');
  const remote = useContext(RemoteContext);
  /** The suggestion that has the focus without the user. */
  const given = useRef<HTMLElement>(null);
  const kinds = order.split(' ');
  const placeOf = ({ kind }: Suggestion) => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length);
  const byCount = [...suggestions].sort((one, other) => other.titleCount - one.titleCount);
  const bestOrder = status === 'probing' ? order : byCount.map(({ kind }) => kind).join(' ');

  useIsomorphicLayoutEffect(() => {
    const used = root.current?.querySelector(`${SUGGESTION}:hover, ${SUGGESTION}:focus`);
    if (!used || used === given.current) setOrder(bestOrder);
  }, [bestOrder, root]);
  useIsomorphicLayoutEffect(() => {
    const page = root.current?.closest('.discovr-EmptyPage');
    const first = page?.querySelector<HTMLElement>(SUGGESTION);
    if (!remote || !first) return;
    // A button that moves loses the focus.
    const places = given.current ? [given.current, document.body] : [page?.querySelector('button')];
    if (!places.some((place) => place === document.activeElement)) return;
    first.focus();
    given.current = first;
  }, [remote, order, suggestions.length, root]);
  return { rows: [...suggestions].sort((one, other) => placeOf(one) - placeOf(other)), best: byCount[0] };
}

interface NothingYetProps {
  texts: Messages['emptyPage'];
  onRetry: (() => void | Promise<void>) | undefined;
  classNames: EmptyPageClassNames | undefined;
}

/** Text and button of a page that is empty without filters. */
function NothingYet({ texts, onRetry, classNames }: NothingYetProps) {
  const [isTrying, setIsTrying] = useState(false);
  const retry = async () => {
    if (isTrying) return;
    setIsTrying(true);
    try {
      await onRetry?.();
    } finally {
      setIsTrying(false);
    }
  };
  return (
    <>
      <p className={slotClass(classNames, 'text', 'discovr-EmptyPage-text')}>{texts.nothingYetHint}</p>
      {onRetry && (
        <button
          type="button"
          className={slotClass(classNames, 'button', 'discovr-Button')}
          data-variant="main"
          aria-disabled={isTrying || undefined}
          onClick={() => void retry()}
        >
          <StableLabel text={isTrying ? texts.loading : texts.retry} texts={[texts.retry, texts.loading]} />
        </button>
      )}
    </>
  );
}
