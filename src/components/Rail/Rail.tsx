'use client';

import {
  createContext,
  forwardRef,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  type ComponentPropsWithoutRef,
  type Dispatch,
  type SetStateAction,
  type MouseEvent,
} from 'react';
import type { DiscovrError } from '../../shared/errors.js';
import { distinctBy } from '../../shared/distinctBy.js';
import type { Row, RowItem } from '../../api/rows.js';
import { numberFormatOf, formatMessage } from '../../messages/formatMessage.js';
import { errorsEnglish } from '../../messages/english/states.js';
import { pageEnglish } from '../../messages/english/page.js';
import type { MessagesOverride, Messages } from '../../messages/messages.js';
import { useDiscovrContext, useMessages } from '../../react/provider/context.js';
import { composeHandlers, useStillLoading } from '../../ui/hooks.js';
import { slotClass, joinClasses } from '../../ui/classNames.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { backIcon, forwardIcon, Icon } from '../../ui/Icon.js';
import { opensItem, opensItems } from './RailCard.js';
import { RailList } from './RailList.js';
import type { RailActions, RailClassNames } from './types.js';
import { useRail, type UseRailOptions, type UseRailResult } from './useRail.js';

const english = { ...pageEnglish, ...errorsEnglish };

/** Props of {@link Rail}, including those of a `<section>`. */
export interface RailProps
  extends
    Omit<ComponentPropsWithoutRef<'section'>, 'children' | 'title'>,
    RailActions,
    Pick<UseRailOptions, 'defaultPlace' | 'onPlaceChange' | 'loading'> {
  /** Heading of the rail. Omit it while it is unknown; a placeholder is shown instead. */
  title?: string | undefined;
  /** Type of the row: whether posters, a ranking or tiles are shown. Set as `data-type`. */
  type: Row['type'];
  /** Items loaded so far. A duplicate is shown once. */
  items: readonly RowItem[];
  /**
   * Whether there are more items to load.
   * @default false
   */
  hasMore?: boolean | undefined;
  /**
   * Whether items are loading.
   * @default false
   */
  isLoading?: boolean | undefined;
  /**
   * Whether several consecutive loads contained nothing new, so that paging waits for the user. A button then calls
   * `onEndReached`. `useRowItems` returns this value.
   * @default false
   */
  isStalled?: boolean | undefined;
  /** Error of the last load. */
  error?: DiscovrError | null | undefined;
  /** Called when the user retries after an error. */
  onRetry?: (() => void) | undefined;
  /**
   * Called to load more items while the user is near the end of the rail: once per load, until three consecutive loads
   * contain nothing new.
   */
  onEndReached?: (() => void) | undefined;
  /**
   * Whether to show titles under posters.
   * @default false
   */
  showCaptions?: boolean | undefined;
  /**
   * Level of the heading.
   * @default 2
   */
  headingLevel?: 2 | 3 | 4 | undefined;
  /** Class names by slot. Define the object at module level. */
  classNames?: RailClassNames | undefined;
  /** Messages that override the provider's. Define the object at module level. */
  messages?: MessagesOverride | undefined;
}

/**
 * Collects the titles of failed rails, which the page announces together. Without it, a rail announces its failure
 * itself.
 */
export const FailedRailsContext = createContext<Dispatch<SetStateAction<readonly string[]>> | undefined>(undefined);

/** Counts the rails that have been loading for long, which the page announces once. */
export const StillLoadingContext = createContext<Dispatch<SetStateAction<number>> | undefined>(undefined);

/** Whether a rail has been loading for ten seconds. */
export function useStillRail(isLoading: boolean): boolean {
  const isStill = useStillLoading(isLoading);
  const countStill = useContext(StillLoadingContext);
  useEffect(() => {
    if (!isStill) return undefined;
    countStill?.((rails) => rails + 1);
    return () => countStill?.((rails) => rails - 1);
  }, [isStill, countStill]);
  return isStill;
}

/**
 * Shows a row of a page as a list that scrolls sideways. It is one tab stop, and the arrow keys move the focus in it.
 * In a `<RailGroup>`, the up and down arrow keys move between rails. Renders a `<section>`, or nothing when there is
 * nothing to show. `data-state` is `loading` (also while a lazy rail is far from the viewport), `failed`
 * or `ready`.
 *
 * @throws {Error} when rendered outside a `<DiscovrProvider>`.
 * @example
 * <Rail title={row.title} type={row.type} items={items} href="/title/{id}" />
 */
export const Rail = forwardRef<HTMLElement, RailProps>(function Rail(props, ref) {
  const {
    title,
    type,
    items: given,
    hasMore = false,
    isLoading = false,
    isStalled = false,
    error,
    onRetry,
    onEndReached,
    showCaptions = false,
    headingLevel = 2,
    defaultPlace,
    onPlaceChange,
    loading,
    href,
    onItemClick,
    onItemIntent,
    renderLink,
    messages: ownMessages,
    classNames,
    className,
    ...rest
  } = props;
  const { locale } = useDiscovrContext('<Rail>');
  const rootProps = useRootProps('<Rail>', 'discovr-Rail', { ref, className });
  const messages = useMessages(english, ownMessages, '<Rail>');
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const all = useMemo(() => distinctBy(given, (item) => `${item.type} ${item.id}`), [given]);
  const numbers = type === 'top_n' ? numberFormatOf(locale) : undefined;
  const count = all.length;
  const hasFailed = error != null && !isLoading;
  const setFailed = useContext(FailedRailsContext);
  useEffect(() => {
    if (!hasFailed || !title) return undefined;
    setFailed?.((titles) => [...titles, title]);
    return () => setFailed?.((titles) => titles.filter((other) => other !== title));
  }, [hasFailed, title, setFailed]);
  const onMore = isStalled && !isLoading && !hasFailed ? onEndReached : undefined;
  const rail = useRail({
    count,
    hasMore,
    isLoading,
    hasFailed,
    isStalled,
    onEndReached,
    extraStops: (hasFailed && onRetry) || onMore ? 1 : 0,
    defaultPlace,
    onPlaceChange,
    loading,
  });

  // For rails that have no names yet, the page says so.
  const isStill = useStillRail(isLoading && count === 0 && title !== undefined);

  const isExpecting = isLoading || (hasMore && !hasFailed) || (rail.isDeferred && count > 0);
  if (count === 0 && !isExpecting && !hasFailed && !onMore) return null;

  const items = rail.isDeferred ? [] : all;
  const withFocus = (load: (() => void) | undefined) =>
    load &&
    (() => {
      // The button is removed, so the last item or the heading takes the focus.
      if (count > 0) rail.focusItem(count - 1);
      else heading.current?.focus();
      load();
    });
  // Without clickable items, the list itself takes the focus, so that the keyboard can scroll it.
  const isPlain = !(count > 0 ? all.some((item) => opensItem(item, props)) : opensItems(props));
  const isNamed = title !== undefined;
  const titleId = isNamed ? headingId : undefined;
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      aria-labelledby={titleId}
      {...rest}
      {...(!isPlain && composeHandlers(rest, rail.rootProps))}
      {...rootProps}
      data-type={type}
      data-state={hasFailed ? 'failed' : items.length === 0 && !onMore ? 'loading' : 'ready'}
      data-rail-stop="rail"
      aria-busy={isLoading || undefined}
    >
      <Heading
        ref={heading}
        id={titleId}
        tabIndex={-1}
        className={slotClass(classNames, 'title', 'discovr-Rail-title')}
        data-placeholder={isNamed ? undefined : ''}
        aria-hidden={!isNamed || undefined}
      >
        <bdi>{title}</bdi>
      </Heading>
      {isStill && <p className="discovr-Rail-still">{messages.page.stillLoading}</p>}
      <div className="discovr-Rail-viewport" data-captions={showCaptions ? '' : undefined}>
        <RailList
          {...{ rail, type, items, isExpecting, showCaptions, titleId, numbers, locale, messages, classNames }}
          {...{ isPlain, href, onItemClick, onItemIntent, renderLink }}
          // The API has no field for it (inferred).
          reason={title?.startsWith('Because ') ? title : undefined}
          error={hasFailed ? error : undefined}
          isAlert={!setFailed}
          onLoadMore={withFocus(hasFailed ? onRetry : onMore)}
        />
        <RailArrows rail={rail} title={title ?? ''} texts={messages.page} className={classNames?.arrow} />
      </div>
    </section>
  );
});

/** Props of {@link RailArrows}. */
interface RailArrowsProps {
  rail: Pick<UseRailResult, 'canScrollBack' | 'canScrollForward' | 'scrollBack' | 'scrollForward'>;
  title: string;
  texts: Messages['page'];
  className: string | undefined;
}

/**
 * Renders the two buttons that scroll a rail, for the mouse. They are not tab stops, because the keyboard scrolls with
 * the arrow keys. They have accessible names, so that users of voice control can click them. While they are invisible,
 * the stylesheet hides them from screen readers too.
 */
function RailArrows({ rail, title, texts, className }: RailArrowsProps) {
  const arrows = [
    ['back', rail.canScrollBack, rail.scrollBack, texts.scrollBack],
    ['forward', rail.canScrollForward, rail.scrollForward, texts.scrollForward],
  ] as const;
  return arrows.map(
    ([side, isThere, scroll, label]) =>
      isThere && (
        <button
          key={side}
          type="button"
          className={joinClasses('discovr-Rail-arrow', className)}
          data-side={side}
          tabIndex={-1}
          aria-label={formatMessage(label, { title })}
          // The focus stays where it is, because this button is removed when the rail reaches its end.
          onMouseDown={keepFocus}
          onClick={scroll}
        >
          <Icon path={side === 'back' ? backIcon : forwardIcon} />
        </button>
      ),
  );
}

const keepFocus = (event: MouseEvent) => event.preventDefault();
