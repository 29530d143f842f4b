'use client';

import { CardRoot, type CardLinkProps } from '../../ui/pictures/CardRoot.js';
import type { UsePageNavigationResult } from '../../react/navigation/types.js';
import { opensItems } from '../Rail/itemLink.js';
import { DiscovrPage, type DiscovrPageProps } from '../DiscovrPage/DiscovrPage.js';

/** Props that apply to each page of the stack: actions of its items, and its appearance. */
export type NavigationPageLooks = Pick<
  DiscovrPageProps,
  | 'href'
  | 'hrefOf'
  | 'onItemClick'
  | 'isItemClickable'
  | 'onItemIntent'
  | 'renderLink'
  | 'renderHeroActions'
  | 'heroFollowsFocus'
  | 'hasRefreshButton'
  | 'autoPlayMs'
  | 'hasCaptions'
  | 'onFiltersChange'
  | 'onPageReplaced'
  | 'onSessionRequired'
>;

/** Props of {@link NavigationPage}. */
export interface NavigationPageProps
  extends
    NavigationPageLooks,
    Pick<DiscovrPageProps, 'classNames' | 'messages' | 'headingLevel' | 'onBack'>,
    Pick<UsePageNavigationResult, 'open'> {
  /** Id of the page; `undefined` while the page is being created. Placeholders are shown until then. */
  pageId: string | undefined;
}

/** Renders a page of the stack. Its navigation items open pages on top of it; other items do what the app defines. */
export function NavigationPage(props: NavigationPageProps) {
  const { open, hrefOf, onItemClick, isItemClickable, renderLink, ...rest } = props;
  // By default, every hero title would have a button, because a click on a navigation item opens it.
  const { href, renderHeroActions = opensItems({ href, hrefOf, onItemClick, renderLink }) ? undefined : null } = rest;
  return (
    <DiscovrPage
      {...rest}
      // The stack has the heading.
      title={null}
      renderHeroActions={renderHeroActions}
      hrefOf={hrefOf && ((item) => (item.type === 'navigation' ? undefined : hrefOf(item)))}
      isItemClickable={(item) =>
        item.type === 'navigation' || (onItemClick !== undefined && isItemClickable?.(item) !== false)
      }
      onItemClick={(item, event) => (item.type === 'navigation' ? open(item) : onItemClick?.(item, event))}
      renderLink={
        renderLink && ((item, link) => (item.type === 'navigation' ? destinationCard(link) : renderLink(item, link)))
      }
    />
  );
}

/** Renders a navigation item as a button, not as a link of the app's router. */
function destinationCard({ ref = null, ...props }: CardLinkProps) {
  return <CardRoot {...props} ref={ref} />;
}
