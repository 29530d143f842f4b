'use client';

import { useId, useRef, type ReactNode } from 'react';
import { formatMessage } from '../../../messages/formatMessage.js';
import { OptionSearch } from '../../../ui/options/OptionSearch.js';
import { StableLabel } from '../../../ui/StableLabel.js';
import { useIsomorphicLayoutEffect } from '../../../react/hooks.js';
import { useLostFocus } from '../../../ui/useLostFocus.js';
import { useProfilePicker } from '../context.js';
import { gifSource } from './gifSource.js';
import type { GifSearchState } from './useGifSearch.js';

/** Props of {@link GifSearch}. */
export interface GifSearchProps {
  query: string;
  onQueryChange: (query: string) => void;
  search: GifSearchState;
  /** The GIFs found, as options. */
  children: ReactNode;
}

/** Search field for GIFs, with the results and the name of their service, which must be shown next to them. */
export function GifSearch({ query, onQueryChange, search, children }: GifSearchProps) {
  const { messages, locale, announce, gifSource: givenSource } = useProfilePicker();
  const texts = messages.profiles;
  const { status, gifs, hasMore, moreStatus } = search;
  const isEmpty = status === 'success' && gifs.length === 0;
  const notFound = formatMessage(texts.gifsNotFound, { query: query.trim() });
  const found =
    status !== 'success' ? '' : isEmpty ? notFound : formatMessage(texts.gifsFound, { count: gifs.length }, locale);
  const source = givenSource ?? gifSource(gifs);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const shownBefore = useRef<number | undefined>(undefined);

  useIsomorphicLayoutEffect(() => {
    const index = shownBefore.current;
    if (index === undefined || gifs.length <= index) return;
    shownBefore.current = undefined;
    const field = list.current?.querySelectorAll('input')[index];
    // "Show more" was removed. If it had focus, focus moves to the first GIF of the new batch.
    if (!hasMore && !document.activeElement?.matches('button, input')) field?.focus();
  }, [gifs.length, hasMore]);

  const root = useRef<HTMLDivElement>(null);
  // The "Try again" button disappears when it is clicked.
  useLostFocus(root, (area) =>
    (area.querySelector<HTMLElement>('.discovr-GifSearch-foot button') ?? area.querySelector('input'))?.focus(),
  );

  const showMore = () => {
    if (moreStatus === 'pending') return;
    shownBefore.current = gifs.length;
    search.more();
  };

  return (
    <div ref={root} className="discovr-GifSearch" data-status={status}>
      <OptionSearch
        label={texts.searchGifs}
        query={query}
        onQueryChange={onQueryChange}
        controls={id}
        found={found}
        announce={announce}
      />
      <div ref={list} id={id} className="discovr-AvatarOptions">
        {children}
      </div>
      {status === 'pending' && <p className="discovr-OptionPicker-remark">{texts.searching}</p>}
      {isEmpty && <p className="discovr-OptionPicker-remark">{notFound}</p>}
      {(status === 'error' || moreStatus === 'error') && (
        <p className="discovr-FieldMessage" role="alert">
          {texts.gifsFailed}{' '}
          <button type="button" className="discovr-TextButton" onClick={status === 'error' ? search.retry : showMore}>
            {texts.retry}
          </button>
        </p>
      )}
      {gifs.length > 0 && (
        <div className="discovr-GifSearch-foot">
          {hasMore && moreStatus !== 'error' && (
            <button
              type="button"
              className="discovr-TextButton"
              aria-disabled={moreStatus === 'pending' || undefined}
              onClick={showMore}
            >
              <StableLabel
                text={moreStatus === 'pending' ? texts.searching : texts.moreGifs}
                texts={[texts.moreGifs, texts.searching]}
              />
            </button>
          )}
          {source && (
            <span className="discovr-GifSearch-source">{formatMessage(texts.gifSource, { source }, locale)}</span>
          )}
        </div>
      )}
    </div>
  );
}
