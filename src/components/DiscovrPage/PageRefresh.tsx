'use client';

import type { Messages } from '../../messages/messages.js';
import { Announcement } from '../../ui/Announcement.js';
import { joinClasses } from '../../ui/slotClass.js';
import { StableLabel } from '../../ui/StableLabel.js';

/** Props of {@link PageRefresh}. */
export interface PageRefreshProps {
  /** Whether another page has replaced the page on screen. */
  isOutdated: boolean;
  isRefreshing: boolean;
  onRefresh: () => void;
  texts: Messages['page'];
  className: string | undefined;
}

/**
 * Shows and announces a button that shows the replacement of an outdated page. It floats over the page, so that nothing
 * moves when it appears. The up and down arrow keys reach it too.
 */
export function PageRefresh({ isOutdated, isRefreshing, onRefresh, texts, className }: PageRefreshProps) {
  return (
    <>
      <Announcement value={{ id: 0, text: isOutdated ? texts.newer : '' }} />
      {isOutdated && (
        <div className={joinClasses('discovr-DiscovrPage-refresh', className)} data-rail-stop="">
          <button
            type="button"
            className="discovr-Button"
            aria-disabled={isRefreshing || undefined}
            onClick={isRefreshing ? undefined : onRefresh}
          >
            <StableLabel
              text={isRefreshing ? texts.loading : texts.showNewer}
              texts={[texts.showNewer, texts.loading]}
            />
          </button>
        </div>
      )}
    </>
  );
}
