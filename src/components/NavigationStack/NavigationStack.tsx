'use client';

import { forwardRef, useRef, type ComponentPropsWithoutRef, type ReactNode, type RefObject, type Ref } from 'react';
import { errorsEnglish, statesEnglish } from '../../messages/english/states.js';
import { navigationEnglish, pageEnglish } from '../../messages/english/page.js';
import type { UsePageNavigationOptions, UsePageNavigationResult } from '../../react/navigation/types.js';
import type { PageSource } from '../../react/pages/useFilteredPage.js';
import { useNavigation } from '../../react/navigation/useNavigation.js';
import { useMessages } from '../../react/provider/context.js';
import { keyMoveOf } from '../../ui/arrowKeys.js';
import { slotClass } from '../../ui/classNames.js';
import { composeHandlers } from '../../ui/hooks.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { FailureNotice } from '../../ui/FailureNotice.js';
import { LEVEL_BELOW } from '../../ui/StateNotice.js';
import { useFocusAcrossViews } from '../../ui/useViewFocus.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { backIcon, Icon } from '../../ui/Icon.js';
import { CardRoot, type CardLinkProps } from '../../ui/pictures/Poster.js';
import { DiscovrPage, type DiscovrPageProps } from '../DiscovrPage/DiscovrPage.js';
import { useRailGroup } from '../Rail/RailGroup.js';
import { focusInside } from './places.js';
import { hasOwnArrowKeys, NavigationBar } from './NavigationBar.js';
import type { NavigationStackClassNames, NavigationStackPage } from './types.js';
import { usePlaceMemory } from './usePlaceMemory.js';

const english = { ...navigationEnglish, ...pageEnglish, ...statesEnglish, ...errorsEnglish };

/** Props of {@link NavigationStack}, including the options of `usePageNavigation` and the props of a `<div>`. */
export interface NavigationStackProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, UsePageNavigationOptions {
  /**
   * Props of each `<DiscovrPage>`, except those that the stack sets. Destinations open automatically; `href` and
   * `onItemClick` are for other items.
   */
  pageProps?: Omit<DiscovrPageProps, keyof PageSource | 'title' | 'headingLevel' | 'onBack' | 'messages'> | undefined;
  /**
   * Renders a page once it has been created. The content is mounted again for each page of the stack.
   * @default a `<DiscovrPage>` with `pageProps`, whose navigation items open pages on top of it
   */
  children?: ((page: NavigationStackPage) => ReactNode) | undefined;
  /**
   * The app's brand at the start of the bar, such as a logo that is a link.
   * @default nothing
   */
  brand?: ReactNode;
  /**
   * Controls of the app at the end of the bar, such as a search button and the avatar of the profile.
   * @default nothing
   */
  actions?: ReactNode;
  /**
   * Whether the bar lies over the hero when a page begins with one, and on an opened page the back button and the
   * heading too. The bar is then transparent until the page is scrolled. In the light scheme, it is above the hero.
   * @default true
   */
  overlaysHero?: boolean | undefined;
  /**
   * Where the tabs are: in the bar at the top, or in one at the bottom, in reach of a thumb. Brand and controls are at
   * the top in both cases.
   * @default 'top'
   */
  placement?: 'top' | 'bottom' | undefined;
  /**
   * Scroll container of the pages.
   * @default the window
   */
  scrollContainer?: RefObject<HTMLElement | null> | undefined;
  /**
   * Level of the heading: the name of the tab, for screen readers, or the title above an opened page. The headings of
   * the hero and the rails are one level below.
   * @default 1
   */
  headingLevel?: 1 | 2 | 3 | undefined;
  /** Class names by slot. Define the object at module level. */
  classNames?: NavigationStackClassNames | undefined;
}

/**
 * Shows the pages of an app under tabs, and keeps the pages opened from a tab in a stack. Back returns to the previous
 * page and restores its scroll position and the focus. Renders a `<div>`; `data-state` is `loading`, `failed` or
 * `ready`, and `data-level` is the depth of the shown page.
 *
 * @throws {Error} when rendered outside a `<DiscovrProvider>`.
 * @example
 * <NavigationStack pageProps={{ href: '/title/{id}' }} />
 */
export const NavigationStack = forwardRef<HTMLDivElement, NavigationStackProps>(function NavigationStack(props, ref) {
  const {
    tabs,
    history = 'browser',
    name,
    messages: ownMessages,
    pageProps,
    children,
    brand,
    actions,
    overlaysHero = true,
    placement = 'top',
    scrollContainer,
    headingLevel = 1,
    classNames,
    className,
    ...rest
  } = props;
  const messages = useMessages(english, ownMessages, '<NavigationStack>');
  const { navigation, store } = useNavigation({ tabs, history, name, messages: ownMessages });
  const { current, entries, error, open, back } = navigation;
  const { pageId, level, title } = current;
  const root = useRef<HTMLDivElement>(null);
  const rootProps = useRootProps('<NavigationStack>', 'discovr-NavigationStack', { ref, className, element: root });
  // A retry removes its button, so the element around the page takes the focus.
  const page = useFocusAcrossViews<HTMLDivElement>(error ? 'failed' : 'page', (element) => (error ? null : element));
  const heading = useRef<HTMLHeadingElement>(null);
  const group = useRailGroup();
  const Heading = `h${headingLevel}` as const;
  const isInHistory = history === 'browser';
  const memory = usePlaceMemory({ navigation, store, root, page, heading, scrollContainer, isInHistory });

  return (
    <div
      // Not interactive: the handlers only receive events from the elements inside.
      role="presentation"
      {...rest}
      {...rootProps}
      data-state={error ? 'failed' : pageId === undefined ? 'loading' : 'ready'}
      data-level={level}
      data-placement={placement === 'bottom' ? placement : undefined}
      data-bar={brand || actions ? '' : undefined}
      {...composeHandlers(rest, memory)}
      onKeyDown={(event) => {
        rest.onKeyDown?.(event);
        if (hasOwnArrowKeys(root.current, event.target)) return;
        group.onKeyDown(event);
        const isLeavingTabs =
          placement === 'top' && keyMoveOf(event) === 'down' && !page.current?.contains(event.target as Node);
        // A custom page may have no rails for the arrow keys to reach.
        if (isLeavingTabs && page.current && focusInside(page.current)) event.preventDefault();
      }}
    >
      <NavigationBar
        tabs={navigation.tabs}
        label={messages.navigation.label}
        isOverlay={overlaysHero}
        {...{ brand, actions, placement, scrollContainer, classNames }}
      >
        {level === 0 ? (
          <Heading className="discovr-VisuallyHidden">
            <bdi>{title}</bdi>
          </Heading>
        ) : (
          <NavigationHead
            title={title}
            parentTitle={entries[level - 1]!.title}
            onBack={back}
            headingRef={heading}
            {...{ headingLevel, classNames }}
            texts={messages.navigation}
          />
        )}
        <div
          ref={page}
          tabIndex={-1}
          className={slotClass(classNames, 'page', 'discovr-NavigationStack-page')}
          key={current.key}
        >
          {error ? (
            <FailureNotice
              error={error}
              messages={messages}
              retry={{ label: messages.page.retry, act: navigation.retry }}
              headingLevel={LEVEL_BELOW[headingLevel]}
              className={classNames?.alert}
            />
          ) : children && pageId !== undefined ? (
            children({ pageId, level, title, open, back })
          ) : (
            <NavigationPage
              {...pageProps}
              pageId={pageId}
              open={open}
              onBack={level > 0 ? back : undefined}
              headingLevel={headingLevel}
              messages={ownMessages}
            />
          )}
        </div>
      </NavigationBar>
    </div>
  );
});

/** Props of {@link NavigationPage}. */
interface NavigationPageProps extends DiscovrPageProps, Pick<UsePageNavigationResult, 'open'> {}

/** Renders a page of the stack. Its navigation items open pages on top of it; other items do what the app defines. */
function NavigationPage({ open, ...props }: NavigationPageProps) {
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
function NavigationHead(props: NavigationHeadProps) {
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
