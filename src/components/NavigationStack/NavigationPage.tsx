'use client';

import type { Ref } from 'react';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import type { UsePageNavigationResult } from '../../react/navigation/types.js';
import { backIcon, Icon } from '../../ui/Icon.js';
import { slotClass } from '../../ui/classNames.js';
import { CardRoot, type CardLinkProps } from '../../ui/pictures/Poster.js';
import { DiscovrPage, type DiscovrPageProps } from '../DiscovrPage/DiscovrPage.js';
import { opensItems } from '../Rail/RailCard.js';
import type { NavigationStackClassNames } from './types.js';

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
  | 'showRefreshButton'
  | 'autoPlayMs'
  | 'showCaptions'
  | 'onFiltersChange'
  | 'onPageReplaced'
  | 'onSessionRequired'
>;

/** Props of {@link NavigationPage}. */
interface NavigationPageProps
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

/** Props of {@link NavigationHead}. */
interface NavigationHeadProps {
  title: string;
  /** Title of the page from which this page was opened. */
  parentTitle: string;
  onBack: () => void;
  headingRef: Ref<HTMLHeadingElement>;
  headingLevel: 1 | 2 | 3;
  texts: Messages['navigation'];
  classNames: NavigationStackClassNames | undefined;
}

/** Renders the bar above an opened page: the back button and the title. The up and down arrow keys reach it too. */
export function NavigationHead(props: NavigationHeadProps) {
  const { title, parentTitle, onBack, headingRef, headingLevel, texts, classNames } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <div className={slotClass(classNames, 'head', 'discovr-NavigationHead')} data-rail-stop="">
      <button
        type="button"
        className={slotClass(classNames, 'backButton', 'discovr-NavigationHead-back')}
        aria-label={formatMessage(texts.backTo, { title: parentTitle })}
        onClick={onBack}
      >
        <Icon path={backIcon} />
        <bdi>{parentTitle}</bdi>
      </button>
      <Heading
        ref={headingRef}
        tabIndex={-1}
        className={slotClass(classNames, 'title', 'discovr-NavigationHead-title')}
      >
        <bdi>{title}</bdi>
      </Heading>
    </div>
  );
}
