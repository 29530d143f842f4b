'use client';

import { CardRoot, type CardLinkProps } from '../../ui/pictures/CardRoot.js';
import type { UsePageNavigationResult } from '../../react/navigation/types.js';
import { DiscovrPage, type DiscovrPageProps } from '../DiscovrPage/DiscovrPage.js';

/** What a page of the stack does with its titles, and how it looks. */
export type NavigationPageLooks = Pick<
  DiscovrPageProps,
  | 'hrefOf'
  | 'onItemClick'
  | 'onItemIntent'
  | 'renderLink'
  | 'renderHeroActions'
  | 'autoPlayMs'
  | 'hasCaptions'
  | 'onFiltersChange'
  | 'onPageReplaced'
>;

/** Props of {@link NavigationPage}. */
export interface NavigationPageProps
  extends
    NavigationPageLooks,
    Pick<DiscovrPageProps, 'messages' | 'headingLevel'>,
    Pick<UsePageNavigationResult, 'open'> {
  /** `undefined` while it is being created; then its place is shown. */
  pageId: string | undefined;
}

const noHeroActions = () => null;

/** A page of the stack: destinations open above it, everything else does what the app says. */
export function NavigationPage({ open, hrefOf, onItemClick, renderLink, ...rest }: NavigationPageProps) {
  const doesSomething = hrefOf ?? onItemClick ?? renderLink;
  return (
    <DiscovrPage
      {...rest}
      renderHeroActions={rest.renderHeroActions ?? (doesSomething ? undefined : noHeroActions)}
      hrefOf={hrefOf && ((item) => (item.type === 'navigation' ? undefined : hrefOf(item)))}
      onItemClick={(item, event) => (item.type === 'navigation' ? open(item) : onItemClick?.(item, event))}
      renderLink={
        renderLink && ((item, props) => (item.type === 'navigation' ? destinationCard(props) : renderLink(item, props)))
      }
    />
  );
}

/** A destination is no link of the app's router, but a button. */
function destinationCard({ ref = null, ...props }: CardLinkProps) {
  return <CardRoot {...props} ref={ref} />;
}
