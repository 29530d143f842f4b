'use client';

import { forwardRef, useMemo, useRef, useState, type ComponentPropsWithoutRef, type ReactNode } from 'react';
import { distinctBy } from '../../shared/distinctBy.js';
import type { HeroItem } from '../../api/media.js';
import { enterStop } from '../../focus/spatialMove.js';
import { formatMessage } from '../../messages/formatMessage.js';
import { pageEnglish } from '../../messages/english/page.js';
import type { MessagesOverride } from '../../messages/messages.js';
import { useDiscovrContext, useMessages } from '../../react/provider/context.js';
import { composeHandlers, useStillLoading } from '../../ui/hooks.js';
import { slotClass } from '../../ui/classNames.js';
import { LEVEL_BELOW } from '../../ui/StateNotice.js';
import { useLostFocus } from '../../ui/useViewFocus.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { useShownHero } from './context.js';
import { HeroControls } from './HeroControls.js';
import { HeroDetails, HeroSlide, useHeroFacts } from './HeroSlide.js';
import type { HeroClassNames } from './types.js';
import { useCarousel, type UseCarouselOptions } from './useCarousel.js';

/** Props of {@link Hero}, including those of a `<section>`. */
export interface HeroProps
  extends
    Omit<ComponentPropsWithoutRef<'section'>, 'children'>,
    Pick<UseCarouselOptions, 'autoPlayMs' | 'defaultIndex' | 'onIndexChange'> {
  /** Titles to show, in order. A page has ten. */
  items: readonly HeroItem[];
  /**
   * Title, such as that of the focused card, that is shown in place of the current slide until the user moves to another
   * slide. Another object is shown again, so memoize it. Does not move the slides, and is not announced.
   */
  preview?: HeroItem | undefined;
  /**
   * Whether the titles are loading. A placeholder is shown until they arrive.
   * @default false
   */
  isLoading?: boolean | undefined;
  /**
   * Level of the hidden heading that names the hero. The headings of the titles are one level below. A single title has
   * this level itself, and there is no other heading.
   * @default 2
   */
  headingLevel?: 2 | 3 | 4 | undefined;
  /**
   * URL that each title links to, with `{id}` in place of its media id: `/title/{id}`. The link looks like a button. A
   * server component can pass this string.
   */
  href?: string | undefined;
  /**
   * Renders the buttons of a title: one or two, so that the title stays the largest thing in the slide.
   * @default a link to `href`; none without `href`
   */
  renderActions?: ((item: HeroItem) => ReactNode) | undefined;
  /** Class names by slot. Define the object at module level. */
  classNames?: HeroClassNames | undefined;
  /** Messages that override the provider's. Define the object at module level. */
  messages?: MessagesOverride | undefined;
}

/**
 * Shows the featured titles of a page as a carousel. The user moves between them by swiping, with buttons, or with the
 * arrow keys. Titles change automatically only if `autoPlayMs` is set, and a button stops this. Renders a `<section>`,
 * or nothing when there are no titles. `data-state` is `loading` or `ready`.
 *
 * @throws {Error} when rendered outside a `<DiscovrProvider>`.
 * @example
 * <Hero items={page.hero} renderActions={(item) => <Link to={`/title/${item.id}`}>More</Link>} />
 */
export const Hero = forwardRef<HTMLElement, HeroProps>(function Hero(props, ref) {
  const {
    items: given,
    preview,
    isLoading = false,
    href,
    renderActions: givenActions,
    messages: ownMessages,
    autoPlayMs,
    defaultIndex,
    onIndexChange,
    headingLevel = 2,
    classNames,
    className,
    ...rest
  } = props;
  const { locale } = useDiscovrContext('<Hero>');
  const root = useRef<HTMLElement>(null);
  const rootProps = useRootProps('<Hero>', 'discovr-Hero', { ref, className, element: root });
  const { page: texts } = useMessages(pageEnglish, ownMessages, '<Hero>');
  const renderActions =
    givenActions ??
    (href === undefined ? undefined : (item: HeroItem) => <HeroDetails {...{ item, href }} text={texts.details} />);
  const items = useMemo(() => distinctBy(given, ({ id }) => id), [given]);
  const count = items.length;
  useShownHero(root, count > 0);
  // With `preview`, another title can replace the one whose button has the focus.
  useLostFocus(root, enterStop);
  // The slide that the user requested and whose buttons do not have the focus. It is announced when it is in its place.
  const [requested, setRequested] = useState<number>();
  const carousel = useCarousel({
    count,
    autoPlayMs,
    defaultIndex,
    onIndexChange(next) {
      setRequested(undefined);
      onIndexChange?.(next);
    },
    onBareSlide: setRequested,
  });

  const { index } = carousel;
  const [replaced, setReplaced] = useState<{ preview?: HeroItem | undefined; at: number }>({ at: 0 });
  if (replaced.preview !== preview) setReplaced({ preview, at: index });
  const previewAt = (position: number) => (position === replaced.at ? preview : undefined);
  const shownItems = items.map((item, position) => previewAt(position) ?? item);
  const factsOf = useHeroFacts(shownItems, texts, locale);

  const isStill = useStillLoading(isLoading && count === 0);
  if (count === 0 && !isLoading) return null;

  const goTo = (wanted: number) => {
    carousel.goTo(wanted);
    setRequested((wanted + count) % count);
  };
  const label = rest['aria-label'] ?? texts.hero;
  const Heading = `h${headingLevel}` as const;
  const announced = requested === index && carousel.isSettled ? items[index] : undefined;
  return (
    <section
      aria-label={label}
      aria-roledescription={count > 0 ? texts.carousel : undefined}
      {...rest}
      {...composeHandlers(rest, carousel.rootProps)}
      {...rootProps}
      data-state={count === 0 ? 'loading' : 'ready'}
      data-preview={previewAt(index) && ''}
      data-playing={carousel.isPlaying ? '' : undefined}
      data-rail-stop="hero"
      aria-busy={isLoading || undefined}
    >
      {count > 1 && <Heading className="discovr-VisuallyHidden">{label}</Heading>}
      {count > 1 && (
        <HeroControls
          index={index}
          items={items}
          isPlaying={(autoPlayMs ?? 0) > 0 ? carousel.isPlaying : undefined}
          onTogglePlaying={carousel.togglePlaying}
          onGoTo={goTo}
          texts={texts}
          locale={locale}
          className={classNames?.controls}
        />
      )}
      {count === 0 && <span className="discovr-VisuallyHidden">{texts.loading}</span>}
      {/* A scroll container without focusable content must be reachable by keyboard. */}
      <div
        {...carousel.slidesProps}
        className={slotClass(classNames, 'slides', 'discovr-Hero-slides')}
        data-rail-entry=""
        tabIndex={renderActions || count < 2 ? undefined : 0}
      >
        {shownItems.map((item, position) => (
          <HeroSlide
            key={items[position]!.id}
            {...{ item, position, count, texts, locale, renderActions, classNames }}
            Heading={count > 1 ? `h${LEVEL_BELOW[headingLevel]}` : Heading}
            facts={factsOf(item)}
            isShown={position === index}
            isPreview={previewAt(position) !== undefined}
          />
        ))}
        {count === 0 && (
          <div className="discovr-Hero-slide" data-placeholder="" aria-hidden="true">
            <div className="discovr-Hero-text">
              <div className="discovr-Hero-title" />
              <div className="discovr-Hero-facts" />
              <div className="discovr-Hero-overview" />
              <div className="discovr-Hero-actions" />
            </div>
            {isStill && <p className="discovr-Hero-still">{texts.stillLoading}</p>}
          </div>
        )}
      </div>
      <div role="status" className="discovr-VisuallyHidden">
        {isStill && texts.stillLoading}
        {announced && formatMessage(texts.slideOf, { number: index + 1, count, title: announced.title }, locale)}
      </div>
    </section>
  );
});
