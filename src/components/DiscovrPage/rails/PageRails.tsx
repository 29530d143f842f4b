'use client';

import { useCallback, useState } from 'react';
import type { Messages } from '../../../messages/messages.js';
import type { RailProps } from '../../Rail/Rail.js';
import type { RailPlace } from '../../Rail/useRail.js';
import { MoreRails } from './MoreRails.js';
import { PageAlert } from '../PageAlert.js';
import { PageEnd } from './PageEnd.js';
import { PageRail, type PageRailProps } from './PageRail.js';
import { createRailTurns } from './railTurns.js';
import type { PagePlaces } from '../pagePlaces.js';
import type { DiscovrPageClassNames } from '../types.js';
import { useEmptyBatches } from './useEmptyBatches.js';
import type { UseDiscovrPageResult } from '../useDiscovrPage.js';

/** Props of {@link PageRails}. */
export interface PageRailsProps extends Omit<
  PageRailProps,
  'row' | 'index' | 'turns' | 'onPlaceChange' | 'onRead' | 'defaultPlace' | 'classNames' | 'messages'
> {
  discovrPage: UseDiscovrPageResult;
  places: PagePlaces;
  /** Called when the user clicks the button that returns to the top of the page. */
  onBackToTop: () => void;
  texts: Pick<Messages, 'page' | 'errors'>;
  ownMessages: RailProps['messages'];
  classNames: DiscovrPageClassNames | undefined;
}

/** Renders the loaded rails of a page and, after them, placeholders, an error, a button to load more, or the end. */
export function PageRails(props: PageRailsProps) {
  const { discovrPage, places, onBackToTop, texts, ownMessages, classNames, ...rest } = props;
  const { rows, batchCount, rowsError, isLoadingRows } = discovrPage;
  const [turns] = useState(createRailTurns);
  const { noteRow, areFruitless, resume } = useEmptyBatches(discovrPage, places);
  const hasMoreRows = discovrPage.hasMoreRows && !areFruitless;
  const isStalled = discovrPage.isStalled || (discovrPage.hasMoreRows && areFruitless);
  const loadMore = () => {
    resume();
    discovrPage.loadMoreRows();
  };
  const keepPlace = useCallback((id: string, place: RailPlace) => places.rails.set(id, place), [places]);

  return (
    <>
      {rows.map((row, index) => (
        <PageRail
          key={row.id}
          row={row}
          index={index}
          turns={turns}
          {...rest}
          defaultPlace={places.rails.get(row.id)}
          onPlaceChange={keepPlace}
          onRead={noteRow}
          classNames={classNames?.rail}
          messages={ownMessages}
        />
      ))}
      {rowsError && (
        <PageAlert
          error={rowsError}
          isTrying={isLoadingRows}
          onRetry={discovrPage.retry}
          messages={texts}
          className={classNames?.alert}
        />
      )}
      {!rowsError && hasMoreRows && (
        <MoreRails
          key={batchCount}
          isFurther={batchCount > 0}
          isLoading={isLoadingRows}
          turns={turns}
          onNear={discovrPage.loadMoreRows}
          hasCaptions={rest.hasCaptions ?? false}
        />
      )}
      {!rowsError && !hasMoreRows && (isStalled || rows.length > 0) && (
        <PageEnd
          text={isStalled ? texts.page.stalled : texts.page.end}
          actionText={isStalled ? texts.page.loadMore : texts.page.backToTop}
          onAction={isStalled ? loadMore : onBackToTop}
          className={classNames?.end}
        />
      )}
    </>
  );
}
