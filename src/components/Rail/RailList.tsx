'use client';

import { useMemo } from 'react';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { Row, RowItem } from '../../api/schemas/row.js';
import { providerNames } from '../../filters/vocabulary/providerNames.js';
import { errorMessage } from '../../messages/errorMessage.js';
import type { Messages } from '../../messages/messages.js';
import { Icon } from '../../ui/Icon.js';
import { warningIcon } from '../../ui/icons.js';
import { slotClass } from '../../ui/slotClass.js';
import { RailCard } from './RailCard.js';
import { RailPlaceholders } from './RailPlaceholders.js';
import type { RailActions, RailClassNames } from './types.js';
import type { UseRailResult } from './useRail.js';

/** Props of {@link RailList}. */
export interface RailListProps extends RailActions {
  rail: UseRailResult;
  type: Row['type'];
  items: readonly RowItem[];
  /** Whether places of further items are shown. */
  isExpecting: boolean;
  /** Why further items did not come. */
  error: DiscovrError | undefined;
  /** Asks again after an error, or for more where none come by themselves. */
  onAsk: (() => void) | undefined;
  hasCaptions: boolean;
  /** Whether no item does anything. */
  isPlain: boolean;
  /** Id of the heading that names the list. */
  titleId: string | undefined;
  /** Writes the ranks of a ranking as the locale does; absent in other rails. */
  numbers: Intl.NumberFormat | undefined;
  messages: Pick<Messages, 'page' | 'errors'>;
  classNames: RailClassNames | undefined;
}

/** The list of a rail, which scrolls: its items, the places of those to come, why they did not, or a button that asks for more. */
export function RailList(props: RailListProps) {
  const {
    rail,
    type,
    items,
    isExpecting,
    error,
    onAsk,
    hasCaptions,
    titleId,
    numbers,
    messages,
    classNames,
    isPlain,
    hrefOf,
    onItemClick,
    onItemIntent,
    renderLink,
  } = props;
  const names = useMemo(() => providerNames(items.filter((item) => item.type === 'provider')), [items]);
  return (
    <ul
      {...rail.listProps}
      className={slotClass(classNames, 'list', 'discovr-Rail-list')}
      aria-labelledby={titleId}
      // A scroll area with nothing to press in it must still be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isPlain ? 0 : undefined}
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
              item={item}
              tabIndex={isPlain ? undefined : rail.tabIndexOf(position)}
              hasCaption={hasCaptions}
              name={item.type === 'provider' ? names.get(item.id) : undefined}
              rank={numbers?.format(position + 1)}
              classNames={classNames}
              hrefOf={hrefOf}
              onItemClick={onItemClick}
              onItemIntent={onItemIntent}
              renderLink={renderLink}
            />
          </li>
        );
      })}
      {isExpecting && (
        <RailPlaceholders
          type={type}
          count={items.length}
          hasCaption={hasCaptions}
          label={messages.page.loading}
          classNames={classNames}
          itemProps={rail.itemProps}
        />
      )}
      {(error ?? onAsk) && (
        <li {...rail.itemProps(items.length)} className={slotClass(classNames, 'alert', 'discovr-Rail-alert')}>
          {error && (
            <p role="alert" className="discovr-Rail-alertText">
              <Icon path={warningIcon} /> {errorMessage(error, messages)}
            </p>
          )}
          {onAsk && (
            <button
              type="button"
              className="discovr-Button"
              tabIndex={isPlain ? 0 : rail.tabIndexOf(items.length)}
              onClick={onAsk}
            >
              {error ? messages.page.retry : messages.page.loadMore}
            </button>
          )}
        </li>
      )}
    </ul>
  );
}
