'use client';

import { forwardRef, useRef, type ComponentPropsWithoutRef, type ReactNode, type RefObject } from 'react';
import { errorsEnglish } from '../../messages/english/errors.js';
import { navigationEnglish } from '../../messages/english/navigation.js';
import { pageEnglish } from '../../messages/english/page.js';
import type { UsePageNavigationOptions } from '../../react/navigation/types.js';
import { useNavigation } from '../../react/navigation/useNavigation.js';
import { useWords } from '../../react/provider/useWords.js';
import { keyMoveOf } from '../../ui/arrowKeys.js';
import { slotClass } from '../../ui/slotClass.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { PageAlert } from '../DiscovrPage/PageAlert.js';
import { useRailGroup } from '../Rail/useRailGroup.js';
import { focusInside } from './focusPlace.js';
import { NavigationHead } from './NavigationHead.js';
import { NavigationPage, type NavigationPageLooks } from './NavigationPage.js';
import { NavigationTabs } from './NavigationTabs.js';
import type { NavigationStackClassNames, NavigationStackPage } from './types.js';
import { usePlaceMemory } from './usePlaceMemory.js';

const english = { ...navigationEnglish, ...pageEnglish, ...errorsEnglish };
const LEVEL_BELOW = { 1: 2, 2: 3, 3: 4 } as const;

/** Props of {@link NavigationStack}: those of `usePageNavigation`, its own, and those of a `<div>`. */
export interface NavigationStackProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, UsePageNavigationOptions, NavigationPageLooks {
  /**
   * Renders a page that is there. It is mounted anew for each place.
   * @default a `<DiscovrPage>` whose destinations open above it
   */
  children?: ((page: NavigationStackPage) => ReactNode) | undefined;
  /**
   * The element that scrolls.
   * @default the window
   */
  scrollContainer?: RefObject<HTMLElement | null> | undefined;
  /**
   * Level of the heading above a page that was gone into.
   * @default 1
   */
  headingLevel?: 1 | 2 | 3 | undefined;
  /** Own class names by slot. Keep it at module level. */
  classNames?: NavigationStackClassNames | undefined;
}

/**
 * An app's pages under tabs, with the pages that are opened from them above one another. Back leads to where one was: the
 * page, how far it was scrolled, and what was pressed. Renders a `<div>`; `data-state` is `loading`, `failed` or `ready`,
 * `data-level` how deep one is.
 *
 * @throws where there is no provider above.
 * @example
 * <NavigationStack hrefOf={(item) => `/title/${item.id}`} />
 */
export const NavigationStack = forwardRef<HTMLDivElement, NavigationStackProps>(function NavigationStack(props, ref) {
  const {
    tabs,
    history = 'browser',
    name,
    messages: ownMessages,
    children,
    scrollContainer,
    headingLevel = 1,
    classNames,
    className,
    hrefOf,
    onItemClick,
    onItemIntent,
    renderLink,
    renderHeroActions,
    autoPlayMs,
    hasCaptions,
    onFiltersChange,
    onPageReplaced,
    ...rest
  } = props;
  const actions = { hrefOf, onItemClick, onItemIntent, renderLink, renderHeroActions, onFiltersChange, onPageReplaced };
  // The headings of a page stand below that of the stack.
  const looks = { ...actions, autoPlayMs, hasCaptions, headingLevel: LEVEL_BELOW[headingLevel] };
  const messages = useWords(english, ownMessages, '<NavigationStack>');
  const { navigation, store } = useNavigation({ tabs, history, name, messages: ownMessages });
  const { current, entries, error, open, back } = navigation;
  const { pageId, level, title } = current;
  const root = useRef<HTMLDivElement>(null);
  const rootProps = useRootProps('<NavigationStack>', 'discovr-NavigationStack', { ref, className, element: root });
  const page = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const group = useRailGroup();
  const isInHistory = history === 'browser';
  const memory = usePlaceMemory({ navigation, store, root, page, heading, scrollContainer, isInHistory });

  return (
    <div
      // It only hears the keys that what is inside leaves.
      role="presentation"
      {...rest}
      {...rootProps}
      data-state={error ? 'failed' : pageId === undefined ? 'loading' : 'ready'}
      data-level={level}
      onFocus={(event) => {
        rest.onFocus?.(event);
        memory.onFocus(event);
      }}
      onClickCapture={(event) => {
        rest.onClickCapture?.(event);
        memory.onClickCapture(event);
      }}
      onKeyDown={(event) => {
        rest.onKeyDown?.(event);
        group.onKeyDown(event);
        const isLeavingTabs = keyMoveOf(event) === 'down' && !page.current?.contains(event.target as Node);
        // A page of the app's own may have no rails.
        if (isLeavingTabs && page.current && focusInside(page.current)) event.preventDefault();
      }}
    >
      <NavigationTabs tabs={navigation.tabs} label={messages.navigation.label} classNames={classNames} />
      {level > 0 && (
        <NavigationHead
          title={title}
          parentTitle={entries[level - 1]!.title}
          onBack={back}
          headingRef={heading}
          {...{ headingLevel, classNames }}
          words={messages.navigation}
        />
      )}
      <div
        ref={page}
        tabIndex={-1}
        className={slotClass(classNames, 'page', 'discovr-NavigationStack-page')}
        key={current.key}
      >
        {error ? (
          <PageAlert
            error={error}
            isTrying={false}
            onRetry={() => {
              // The button goes; the focus waits where the page will be.
              page.current?.focus();
              navigation.retry();
            }}
            messages={messages}
            className={classNames?.alert}
          />
        ) : children && pageId !== undefined ? (
          children({ pageId, level, title, open, back })
        ) : (
          <NavigationPage {...looks} pageId={pageId} open={open} messages={ownMessages} />
        )}
      </div>
    </div>
  );
});
