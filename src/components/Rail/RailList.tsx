'use client';

import { useMemo } from 'react';
import type { Row, RowItem } from '../../api/rows.js';
import { providerNames } from '../../filters/vocabulary/watchProviders.js';
import { errorMessage } from '../../messages/errorMessage.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import type { DiscovrError } from '../../shared/errors.js';
import { Icon, warningIcon } from '../../ui/Icon.js';
import { slotClass } from '../../ui/classNames.js';
import { RailCard, tileColors } from './RailCard.js';
import type { RailActions, RailClassNames } from './types.js';
import type { RailItemProps, UseRailResult } from './useRail.js';
import { LISTED } from './useRailWindow.js';

/** Props of {@link RailList}. */
interface RailListProps extends RailActions {
  rail: UseRailResult;
  type: Row['type'];
  items: readonly RowItem[];
  /** Whether placeholders for more items are shown. */
  isExpecting: boolean;
  /** Error of the last load. */
  error: DiscovrError | undefined;
  /** Whether screen readers announce the error here, not with those of the other rails of a page. */
  isAlert: boolean;
  /** Retries after an error, or continues a stalled rail. */
  onLoadMore: (() => void) | undefined;
  showCaptions: boolean;
  /** Whether items are not clickable. */
  isPlain: boolean;
  /** Why the titles are recommended, if the title of the row says so. */
  reason: string | undefined;
  /** Id of the heading that names the list. */
  titleId: string | undefined;
  /** Formats the ranks of a ranking for the locale; absent in other rails. */
  numbers: Intl.NumberFormat | undefined;
  locale: string;
  messages: Pick<Messages, 'page' | 'errors'>;
  classNames: RailClassNames | undefined;
}

/** Renders the scrolling list of a rail: its items, placeholders, an error, and a button to retry or load more. */
export function RailList(props: RailListProps) {
  const {
    rail,
    type,
    items,
    isExpecting,
    error,
    isAlert,
    onLoadMore,
    showCaptions,
    titleId,
    numbers,
    locale,
    messages,
    classNames,
    isPlain,
    ...actions
  } = props;
  const names = useMemo(() => providerNames(items.filter((item) => item.type === 'provider')), [items]);
  const colors = useMemo(() => tileColors(items), [items]);
  return (
    <ul
      {...rail.listProps}
      className={slotClass(classNames, 'list', 'discovr-Rail-list')}
      data-remote="group"
      aria-labelledby={titleId}
      // A scroll container without focusable items must still be reachable by keyboard. While the first items load, the
      // arrow keys focus the list, and the first item takes the focus from it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isPlain && items.length > 0 ? 0 : -1}
    >
      {rail.positions.map((position) => {
        const item = items[position]!;
        return (
          <li
            key={`${item.type} ${item.id}`}
            {...rail.itemProps(position)}
            className={slotClass(classNames, 'item', 'discovr-Rail-item')}
          >
            <RailCard
              {...actions}
              item={item}
              isWhole={rail.isWhole(position)}
              tabIndex={isPlain ? undefined : rail.tabIndexOf(position)}
              showCaption={showCaptions}
              name={item.type === 'provider' ? names.get(item.id) : undefined}
              color={colors[position]}
              rank={numbers?.format(position + 1)}
              locale={locale}
              classNames={classNames}
            />
            {rail.showAll && position === LISTED - 1 && (
              <button type="button" className="discovr-SkipLink" tabIndex={-1} onClick={rail.showAll}>
                {formatMessage(messages.page.showAll, { count: items.length }, locale)}
              </button>
            )}
          </li>
        );
      })}
      {isExpecting && (
        <RailPlaceholders
          type={type}
          count={items.length}
          isDeferred={rail.isDeferred}
          showCaption={showCaptions}
          label={messages.page.loading}
          classNames={classNames}
          itemProps={rail.itemProps}
        />
      )}
      {(error ?? onLoadMore) && (
        <li {...rail.itemProps(items.length)} className={slotClass(classNames, 'alert', 'discovr-Rail-alert')}>
          {error && (
            <p role={isAlert ? 'alert' : undefined} className="discovr-Rail-alertText">
              <Icon path={warningIcon} /> {errorMessage(error, messages)}
            </p>
          )}
          {onLoadMore && (
            <button
              type="button"
              className="discovr-Button"
              tabIndex={isPlain ? 0 : rail.tabIndexOf(items.length)}
              onClick={onLoadMore}
            >
              {error ? messages.page.retry : messages.page.loadMore}
            </button>
          )}
        </li>
      )}
    </ul>
  );
}

/** Number of placeholders that fill a wide screen while no item has loaded. */
const WHOLE = 10;

/** Number of placeholders that follow loaded items. */
const FURTHER = 2;

/** Whether the items of a row are posters, not tiles. */
const isOfPosters = (type: Row['type']) => type === 'media' || type === 'top_n';

/** Props of {@link RailPlaceholders}. */
interface RailPlaceholdersProps {
  type: Row['type'];
  /** Number of items before the placeholders. */
  count: number;
  /** Whether the rail renders no items yet, because it is far from the viewport. */
  isDeferred: boolean;
  showCaption: boolean;
  /** Text for screen readers. */
  label: string;
  classNames: RailClassNames | undefined;
  itemProps: (position: number) => RailItemProps;
}

/** Renders placeholders for items that are loading. They have exactly the size of the items. */
function RailPlaceholders(props: RailPlaceholdersProps) {
  const { type, count, isDeferred, showCaption, label, classNames, itemProps } = props;
  // One gives a rail far from the viewport its height.
  const length = isDeferred ? 1 : count === 0 ? WHOLE : FURTHER;
  const places = Array.from({ length }, (_, index) => count + index);
  return places.map((position) => (
    <li
      key={`place ${position}`}
      {...itemProps(position)}
      className={slotClass(classNames, 'placeholder', 'discovr-Rail-item')}
      data-placeholder=""
      aria-hidden={position > count || undefined}
    >
      {position === count && <span className="discovr-VisuallyHidden">{label}</span>}
      {isOfPosters(type) ? (
        <span className="discovr-Card discovr-MediaCard">
          <span className="discovr-Poster" />
          {showCaption && <span className="discovr-MediaCard-caption" />}
        </span>
      ) : (
        <span className="discovr-Card discovr-Tile" data-look={type} />
      )}
    </li>
  ));
}
