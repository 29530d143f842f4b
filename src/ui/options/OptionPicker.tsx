'use client';

import { useCallback, useId, useRef, useState, useEffect } from 'react';
import { searchOptions, type Option } from '../../filters/vocabulary/vocabulary.js';
import { focusFirst } from '../../focus/focusable.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { startTimer } from '../../shared/time.js';
import { joinClasses, useSlotClass } from '../classNames.js';
import { StableLabel } from '../StableLabel.js';
import { useLostFocus } from '../useViewFocus.js';
import { OptionItem, type OptionMark } from './OptionItem.js';
import { OptionSearch, OptionSkeleton } from './OptionSearch.js';

/** Options and their loading status. */
interface OptionPickerList {
  readonly status: 'pending' | 'success' | 'error';
  readonly options: readonly Option[];
  readonly retry: () => void;
}

export interface OptionPickerProps {
  /** Name of the group, used in the skip link of a long list. */
  group: string;
  messages: Pick<Messages, 'picker'>;
  locale: string;
  /** Returns the current options. Not called while the list is collapsed. */
  readList: () => OptionPickerList;
  /** Chosen ids. */
  value: readonly string[];
  /** Returns the name of a chosen id that is not among the options. */
  nameOf: (id: string) => string;
  onChoose: (option: Option, isChosen: boolean) => void;
  /** Label of the search field. Without it, the list has no search field. */
  searchLabel?: string | undefined;
  /** Query of a remote search, whose results are the options. Without it, the list searches its own options. */
  remoteSearch?: { query: string; onQueryChange: (query: string) => void } | undefined;
  /**
   * Options of which only the first are shown, after the chosen ones, until the user searches or opens the list. Without
   * them, the list is always open.
   */
  preview?: readonly Option[] | undefined;
  /** Whether a narrow form shows only the first options, and those that were chosen, until the user opens the list. */
  isFoldable?: boolean | undefined;
  /** Number of all options, where it is known while the list is collapsed or folded. */
  total?: number | undefined;
  look: 'pills' | 'tiles';
  mark?: OptionMark | undefined;
  flagOf?: ((id: string) => string) | undefined;
  /** Receives the element to focus when the field is invalid. */
  focusRef?: ((element: HTMLElement | null) => void) | undefined;
  /** Announces the number of search results to screen readers. */
  announce: (text: string) => void;
}

/**
 * List of native checkboxes for choosing any number of options. A long list has a search field and a limited number of
 * rows, and a button to skip it. Each change of the query moves chosen options to the top. An option keeps its position
 * when it is chosen.
 */
export function OptionPicker(props: OptionPickerProps) {
  const {
    group,
    messages,
    locale,
    readList,
    value,
    nameOf,
    onChoose,
    searchLabel,
    remoteSearch,
    preview,
    isFoldable,
    total,
    look,
    mark = 'none',
    flagOf,
    focusRef,
    announce,
  } = props;
  const texts = messages.picker;
  const slotClass = useSlotClass();
  const listId = useId();
  const root = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLSpanElement>(null);
  const [ownQuery, setOwnQuery] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [unfolded, setUnfolded] = useState(value);
  const query = remoteSearch?.query ?? ownQuery;

  const isCollapsed = preview !== undefined && !isOpen && query.trim() === '';
  const { status, options, retry } = isCollapsed ? { ...COLLAPSED, options: preview } : readList();
  const matches = remoteSearch ? options : searchOptions(options, query);
  // An id is gone when the loaded list lacks it. This does not apply to a remote search, whose list has only matches.
  const isGone = (id: string) => !remoteSearch && status === 'success' && !options.some((option) => option.id === id);
  const { rows, shownCount, hiddenCount, restart, showMore } = useOptionWindow({
    options,
    matches,
    value,
    isBounded: searchLabel !== undefined || preview !== undefined,
    isCollapsed,
    nameOf,
    isGone,
  });
  const chosen = new Set(value);
  /** Position of the first row that "Show more" has added. */
  const added = useRef(Infinity);
  // "Show more" disappears when it has shown the last rows.
  useLostFocus(root, (picker) =>
    focusFirst([...picker.querySelectorAll<HTMLElement>('li input')].slice(added.current)),
  );

  const handleQuery = useCallback(
    (next: string) => {
      restart();
      setOwnQuery(next);
      remoteSearch?.onQueryChange(next);
    },
    [restart, remoteSearch],
  );

  const isLoading = status === 'pending' && query.trim() === '';
  const count = formatMessage(texts.found, { count: matches.length }, locale);
  useLoadingAnnouncement({
    isLoading,
    loading: `${group}: ${texts.loading}`,
    loaded: status === 'success' ? `${group}: ${count}` : '',
    announce,
  });

  const openText = total === undefined ? texts.showList : formatMessage(texts.showAll, { count: total }, locale);
  const isPart = hiddenCount > 0 || total === undefined || total > rows.length;
  const canExpand = preview !== undefined && !query && (isOpen || isPart);
  const canFold = isFoldable && !query;
  const canToggle = canFold || canExpand;
  const canShowMore = !isCollapsed && hiddenCount > 0;
  const remark = remarkFor();
  return (
    <div
      ref={root}
      className="discovr-OptionPicker"
      data-look={look}
      data-open={isCollapsed ? undefined : ''}
      data-search={searchLabel === undefined ? undefined : ''}
    >
      {searchLabel !== undefined && (
        <>
          {rows.length > MAX_ROWS_WITHOUT_SKIP_LINK && (
            <button type="button" className="discovr-SkipLink" onClick={() => end.current?.focus()}>
              {formatMessage(texts.skipGroup, { group })}
            </button>
          )}
          <OptionSearch
            label={searchLabel}
            query={query}
            onQueryChange={handleQuery}
            controls={listId}
            focusRef={focusRef}
            found={status === 'success' && query.trim() ? count : ''}
            announce={announce}
          />
        </>
      )}
      <ul id={listId} className={slotClass('options', 'discovr-OptionList')} aria-busy={isLoading || undefined}>
        {rows.map((option, index) => (
          <OptionItem
            key={option.id}
            option={option}
            isChosen={chosen.has(option.id)}
            mark={mark}
            flag={flagOf?.(option.id)}
            isFolded={
              canFold && !isOpen && index >= ROWS_UNFOLDED[look] && ![...unfolded, ...value].includes(option.id)
            }
            className={slotClass('option', '')}
            onChoose={onChoose}
            focusRef={index === 0 && searchLabel === undefined ? focusRef : undefined}
          />
        ))}
        {isLoading && <OptionSkeleton />}
      </ul>
      {isLoading && <p className="discovr-VisuallyHidden">{texts.loading}</p>}
      {remark && <p className="discovr-OptionPicker-remark">{remark}</p>}
      {status === 'error' && (
        <p className="discovr-OptionPicker-remark">
          <span role="alert">{texts.failed}</span>{' '}
          <button type="button" className="discovr-TextButton" onClick={retry}>
            {texts.retry}
          </button>
        </p>
      )}
      {(canToggle || canShowMore) && (
        <div
          className={joinClasses(
            'discovr-OptionPicker-foot',
            canExpand || canShowMore ? '' : 'discovr-OptionPicker-fold',
          )}
        >
          {canToggle && (
            <button
              type="button"
              className="discovr-TextButton"
              aria-expanded={isOpen}
              aria-controls={listId}
              onClick={() => {
                restart();
                setUnfolded(value);
                setIsOpen(!isOpen);
              }}
            >
              <StableLabel text={isOpen ? texts.showFewer : openText} texts={[openText, texts.showFewer]} />
            </button>
          )}
          {canShowMore && (
            <button
              type="button"
              className="discovr-TextButton"
              onClick={() => {
                added.current = shownCount;
                showMore();
              }}
            >
              {texts.showMore}
            </button>
          )}
        </div>
      )}
      {searchLabel !== undefined && <span ref={end} tabIndex={-1} className="discovr-OptionPicker-end" />}
    </div>
  );

  function remarkFor(): string | undefined {
    if (status === 'pending') return isLoading ? undefined : texts.searching;
    if (status === 'error' || isCollapsed) return undefined;
    if (matches.length === 0 && query.trim()) return formatMessage(texts.noneFound, { query: query.trim() });
    return hiddenCount > 0 && searchLabel !== undefined
      ? formatMessage(texts.more, { count: hiddenCount }, locale)
      : undefined;
  }
}

/** A searchable list with more rows than this has a button to skip it. */
const MAX_ROWS_WITHOUT_SKIP_LINK = 8;

/** Number of options of a folded list, besides those that were chosen: about four rows of pills, three of tiles. */
const ROWS_UNFOLDED = { pills: 12, tiles: 6 } as const;

const COLLAPSED = { status: 'success', retry: () => undefined } as const;

/** Delay before loading is announced, in milliseconds. A list that loads faster is not announced. */
const ANNOUNCE_DELAY_MS = 600;

interface UseLoadingAnnouncementOptions {
  readonly isLoading: boolean;
  /** Text announced while the list is loading. */
  readonly loading: string;
  /** Text announced at the end; `''` after a failure, which is an alert of its own. */
  readonly loaded: string;
  readonly announce: (text: string) => void;
}

/** Announces to screen readers that a list is loading, and then that it has loaded. */
function useLoadingAnnouncement({ isLoading, loading, loaded, announce }: UseLoadingAnnouncementOptions): void {
  const isAnnounced = useRef(false);
  useEffect(() => {
    if (!isLoading) {
      if (isAnnounced.current && loaded) announce(loaded);
      isAnnounced.current = false;
      return undefined;
    }
    return startTimer(() => {
      isAnnounced.current = true;
      announce(loading);
    }, ANNOUNCE_DELAY_MS);
  }, [isLoading, loading, loaded, announce]);
}

/** Number of rows of a long list that are shown initially and added by each "Show more". */
const ROWS_AT_A_TIME = 50;

/** Number of rows of a collapsed list: two full rows of tiles in a wide form. */
const ROWS_OF_COLLAPSED = 12;

/** Least number of its rows besides those that were chosen. */
const LEAST_NOT_CHOSEN = 6;

/** A collapsed list hides more rows than this, or none: a button for fewer takes as much space as they do. */
const FEW_ROWS = 3;

interface UseOptionWindowOptions {
  readonly options: readonly Option[];
  /** Options that match the query. */
  readonly matches: readonly Option[];
  /** Ids of the chosen options. */
  readonly value: readonly string[];
  /** Whether the number of rows is limited. */
  readonly isBounded: boolean;
  /** Whether it is limited to a few. */
  readonly isCollapsed: boolean;
  readonly nameOf: (id: string) => string;
  /** Returns `true` for an id that the list does not offer. Its row is removed unless it is chosen. */
  readonly isGone: (id: string) => boolean;
}

/**
 * Returns the rows to show, in this order: options that were chosen on mount or at the last `restart()`, matches up to
 * the limit, and chosen options that would otherwise not be shown.
 */
function useOptionWindow(given: UseOptionWindowOptions) {
  const { options, matches, value, isBounded, isCollapsed, nameOf, isGone } = given;
  const [pinned, setPinned] = useState<readonly string[]>(isBounded ? value : []);
  const [openRows, setOpenRows] = useState(ROWS_AT_A_TIME);

  const optionOf = (id: string): Option => {
    const known = options.find((option) => option.id === id) ?? matches.find((option) => option.id === id);
    return known ?? { id, label: nameOf(id) };
  };
  const present = pinned.filter((id) => value.includes(id) || !isGone(id));
  const pinnedIds = new Set(present);
  const limit = isCollapsed ? Math.max(ROWS_OF_COLLAPSED - present.length, LEAST_NOT_CHOSEN) : openRows;
  const unpinned = present.length > 0 ? matches.filter((option) => !pinnedIds.has(option.id)) : matches;
  const isShort = isCollapsed && unpinned.length <= limit + FEW_ROWS;
  const shown = isBounded && !isShort ? unpinned.slice(0, limit) : unpinned;
  const shownIds = new Set([...present, ...shown.map((option) => option.id)]);
  const notShown = value.filter((id) => !shownIds.has(id));
  return {
    rows: [...present.map(optionOf), ...shown, ...notShown.map(optionOf)],
    /** Number of rows before those that `showMore()` adds. */
    shownCount: present.length + shown.length,
    /** Number of matches that are not shown. */
    hiddenCount: unpinned.length - shown.length,
    /** Moves chosen options to the top and resets the row limit. Call it when the query changes or the list opens. */
    restart: useCallback(() => {
      setPinned(isBounded ? value : []);
      setOpenRows(ROWS_AT_A_TIME);
    }, [isBounded, value]),
    showMore: () => setOpenRows((rows) => rows + ROWS_AT_A_TIME),
  };
}
