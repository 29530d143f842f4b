'use client';

import { forwardRef, useId, useMemo, useRef, type ComponentPropsWithoutRef } from 'react';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import { distinctBy } from '../../api/schemas/distinctBy.js';
import type { Row, RowItem } from '../../api/schemas/row.js';
import { errorsEnglish } from '../../messages/english/errors.js';
import { pageEnglish } from '../../messages/english/page.js';
import type { MessagesOverride } from '../../messages/messages.js';
import { useDiscovrContext } from '../../react/provider/context.js';
import { useWords } from '../../react/provider/useWords.js';
import { slotClass } from '../../ui/slotClass.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { RailArrows } from './RailArrows.js';
import { RailList } from './RailList.js';
import type { RailActions, RailClassNames } from './types.js';
import { useRail, type UseRailOptions } from './useRail.js';

const english = { ...pageEnglish, ...errorsEnglish };

/** Props of {@link Rail}: its own, and those of a `<section>`. */
export interface RailProps
  extends
    Omit<ComponentPropsWithoutRef<'section'>, 'children' | 'title'>,
    RailActions,
    Pick<UseRailOptions, 'defaultPlace' | 'onPlaceChange'> {
  /** Heading of the rail; absent while it is not known yet, then its place is kept. */
  title?: string | undefined;
  /** How the rail is laid out: posters, a ranking, or tiles. Stands as `data-type`. */
  type: Row['type'];
  /** What has come so far. An item that comes twice is shown once. */
  items: readonly RowItem[];
  /**
   * Whether there are more items than those.
   * @default false
   */
  hasMore?: boolean | undefined;
  /**
   * Whether items are on their way.
   * @default false
   */
  isLoading?: boolean | undefined;
  /**
   * Whether the items asked for last brought nothing new, so that no more come by themselves. A button calls
   * `onEndReached` then. `useRowItems` tells it.
   * @default false
   */
  isStalled?: boolean | undefined;
  /** Why the items last asked for did not come. */
  error?: DiscovrError | null | undefined;
  /** Asks again after an error. */
  onRetry?: (() => void) | undefined;
  /**
   * Asks for the next items when the end of the rail comes near: once for each time it has grown, three times in all where a
   * load brings nothing new.
   */
  onEndReached?: (() => void) | undefined;
  /**
   * Shows titles under posters.
   * @default false
   */
  hasCaptions?: boolean | undefined;
  /**
   * Level of the heading.
   * @default 2
   */
  headingLevel?: 2 | 3 | 4 | undefined;
  /** Own class names by slot. Keep it at module level. */
  classNames?: RailClassNames | undefined;
  /** Own words over the provider's. Keep it at module level. */
  messages?: MessagesOverride | undefined;
}

/**
 * A row of a page that scrolls sideways. One stop of the Tab key, with arrow keys inside; rails in a `<RailGroup>` are
 * also led through by the arrows up and down. Renders a `<section>`, and nothing where there is nothing to show.
 * `data-state` is `loading`, `failed` or `ready`.
 *
 * @throws where there is no provider above.
 * @example
 * <Rail title={row.title} type={row.type} items={items} hrefOf={(item) => `/title/${item.id}`} />
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
    hasCaptions = false,
    headingLevel = 2,
    defaultPlace,
    onPlaceChange,
    hrefOf,
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
  const messages = useWords(english, ownMessages, '<Rail>');
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const items = useMemo(() => distinctBy(given, (item) => `${item.type} ${item.id}`), [given]);
  // Slow to make, and only a ranking needs it.
  const numbers = useMemo(() => (type === 'top_n' ? new Intl.NumberFormat(locale) : undefined), [type, locale]);
  const count = items.length;
  const hasFailed = error != null && !isLoading;
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
  });

  const isExpecting = isLoading || (hasMore && !hasFailed);
  if (count === 0 && !isExpecting && !hasFailed && !onMore) return null;

  const ask = (forMore: (() => void) | undefined) =>
    forMore &&
    (() => {
      // The button goes; what stands before or above it takes the focus.
      if (count > 0) rail.focusItem(count - 1);
      else heading.current?.focus();
      forMore();
    });
  // Nothing to press: then the list itself takes the focus, so that a keyboard can scroll it.
  const isPlain = !hrefOf && !onItemClick && !renderLink;
  const isNamed = title !== undefined;
  const titleId = isNamed ? headingId : undefined;
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      aria-labelledby={titleId}
      {...rest}
      {...(!isPlain && rail.rootProps)}
      {...rootProps}
      data-type={type}
      data-state={hasFailed ? 'failed' : count === 0 && !onMore ? 'loading' : 'ready'}
      data-rail-stop=""
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
      <div className="discovr-Rail-viewport" data-captions={hasCaptions ? '' : undefined}>
        <RailList
          {...{ rail, type, items, isExpecting, hasCaptions, titleId, numbers, messages, classNames }}
          {...{ isPlain, hrefOf, onItemClick, onItemIntent, renderLink }}
          error={hasFailed ? error : undefined}
          onAsk={ask(hasFailed ? onRetry : onMore)}
        />
        <RailArrows rail={rail} title={title ?? ''} words={messages.page} className={classNames?.arrow} />
      </div>
    </section>
  );
});
