'use client';

import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { useId, useRef, type ReactNode } from 'react';
import type { Gif, GifSearchResponse } from '../../../api/publicApi.js';
import { formatMessage } from '../../../messages/formatMessage.js';
import { useDebounced, useIsomorphicLayoutEffect } from '../../../react/hooks.js';
import { gifSearchQueryOptions } from '../../../react/profiles/queries.js';
import { useDiscovrContext } from '../../../react/provider/context.js';
import type { discovrKeys } from '../../../react/query/keys.js';
import { distinctBy } from '../../../shared/distinctBy.js';
import { isDiscovrError } from '../../../shared/errors.js';
import { parseUrl } from '../../../shared/url.js';
import { StableLabel } from '../../../ui/StableLabel.js';
import { OptionSearch } from '../../../ui/options/OptionSearch.js';
import { useLostFocus } from '../../../ui/useViewFocus.js';
import { useProfilePicker } from '../context.js';

interface GifSearchProps {
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
      <p className="discovr-GifSearch-title">{texts.orGif}</p>
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
        <p className="discovr-FieldMessage">
          <span role="alert">{texts.gifsFailed}</span>{' '}
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

/** Pause after the last keystroke before a search is sent, in milliseconds. */
const SEARCH_DEBOUNCE_MS = 300;
/** Number of GIFs in one batch. */
const LIMIT = 12;

type Key = ReturnType<typeof discovrKeys.gifSearch>;
type Cursor = string | undefined;

/** Response statuses of a service that does not exist: not found, gone, not implemented, unavailable. */
const GONE = new Set<number | undefined>([404, 410, 501, 503]);

/** State of a GIF search: `idle` when the query is empty, `gone` when the service does not exist. */
interface GifSearchState {
  readonly status: 'idle' | 'pending' | 'success' | 'error' | 'gone';
  readonly gifs: readonly Gif[];
  /** Whether the search has another batch. */
  readonly hasMore: boolean;
  /** Status of loading another batch. */
  readonly moreStatus: 'idle' | 'pending' | 'error';
  readonly more: () => void;
  readonly retry: () => void;
}

/** Searches GIFs while the user types. A search starts when typing pauses and is aborted when another replaces it. */
export function useGifSearch(query: string): GifSearchState {
  const { client, queryClient, locale } = useDiscovrContext('<ProfilePicker>');
  const text = query.trim();
  const settled = useDebounced(text, SEARCH_DEBOUNCE_MS);
  const search = useInfiniteQuery<GifSearchResponse, Error, InfiniteData<GifSearchResponse, Cursor>, Key, Cursor>(
    gifSearchQueryOptions(client, settled, { limit: LIMIT, locale: gifLocale(locale) }),
    queryClient,
  );
  const isCurrent = text !== '' && text === settled;
  const status = statusOf();
  const isShown = isCurrent && status !== 'gone';
  const gifs = isShown ? distinctBy(search.data?.pages.flatMap(({ items }) => items) ?? [], ({ url }) => url) : [];
  return {
    status,
    gifs,
    hasMore: isCurrent && search.hasNextPage,
    moreStatus: search.isFetchingNextPage ? 'pending' : search.isFetchNextPageError ? 'error' : 'idle',
    more: () => void search.fetchNextPage(),
    retry: () => void search.refetch(),
  };

  function statusOf(): GifSearchState['status'] {
    if (!text) return 'idle';
    if (!isCurrent) return 'pending';
    if (isDiscovrError(search.error) && GONE.has(search.error.status)) return 'gone';
    if (search.data) return 'success';
    return search.isFetching ? 'pending' : search.status;
  }
}

/**
 * Returns the language in which a GIF search reads the query, with its region if the locale names one: `pt_BR` for
 * `pt-BR`. The documentation does not name the format; Tenor reads this one (inferred).
 */
export function gifLocale(locale: string): string {
  // Language, script, region. A region such as 419 (Latin America) is no country.
  const [, language = locale, region] = /^([a-z]+)(?:-[a-z]{4})?(?:-([a-z]{2}))?(?=-|$)/i.exec(locale) ?? [];
  return region === undefined ? language : `${language}_${region.toUpperCase()}`;
}

/** Returns the host of the service that GIFs come from (`tenor.com`); an empty string when no GIF has a `tenorUrl`. */
function gifSource(gifs: readonly Gif[]): string {
  for (const { tenorUrl = '' } of gifs) {
    const url = parseUrl(tenorUrl);
    if (url) return url.hostname.replace(/^www\./, '');
  }
  return '';
}
