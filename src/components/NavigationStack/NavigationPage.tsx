'use client';

import { useRef, type Ref } from 'react';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import type { UsePageNavigationResult } from '../../react/navigation/types.js';
import { backIcon, Icon } from '../../ui/Icon.js';
import { slotClass } from '../../ui/classNames.js';
import { CardRoot, type CardLinkProps } from '../../ui/pictures/Poster.js';
import { DiscovrPage, type DiscovrPageProps } from '../DiscovrPage/DiscovrPage.js';
import type { NavigationStackClassNames } from './types.js';

/** Props of {@link NavigationPage}. */
interface NavigationPageProps extends DiscovrPageProps, Pick<UsePageNavigationResult, 'open'> {}

/** Renders a page of the stack. Its navigation items open pages on top of it; other items do what the app defines. */
export function NavigationPage({ open, ...props }: NavigationPageProps) {
  const { href, onItemClick, renderLink } = props;
  const clicks = typeof onItemClick === 'function' ? { media: onItemClick, provider: onItemClick } : onItemClick;
  return (
    <DiscovrPage
      {...props}
      // The stack has the heading.
      title={null}
      href={typeof href === 'function' ? (item) => (item.type === 'navigation' ? undefined : href(item)) : href}
      onItemClick={{ ...clicks, navigation: (item) => open(item) }}
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

/**
 * Renders the back button and the title of an opened page, above the page or over its hero. The up and down arrow keys
 * reach them too.
 */
export function NavigationHead(props: NavigationHeadProps) {
  const { title, parentTitle, onBack, headingRef, headingLevel, texts, classNames } = props;
  const Heading = `h${headingLevel}` as const;
  const head = useRef<HTMLDivElement>(null);
  useIsomorphicLayoutEffect(() => {
    const { current } = head;
    const stack = current?.parentElement;
    // Test environments have no layout.
    if (!current || !stack || typeof ResizeObserver === 'undefined') return undefined;
    // A hero that begins the page moves up by this height.
    const measure = () => stack.style.setProperty('--d-opened', `${current.getBoundingClientRect().height}px`);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => {
      observer.disconnect();
      stack.style.removeProperty('--d-opened');
    };
  }, []);
  return (
    <div ref={head} className={slotClass(classNames, 'head', 'discovr-NavigationHead')} data-rail-stop="">
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
