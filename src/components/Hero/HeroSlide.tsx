'use client';

import { useEffect, useState, type ReactNode } from 'react';
import type { HeroItem } from '../../api/media.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { slotClass } from '../../ui/classNames.js';
import { whenIdle } from '../../ui/hooks.js';
import { Picture, type PictureProps } from '../../ui/pictures/Picture.js';
import { CardRoot, hueOf, Lettering } from '../../ui/pictures/Poster.js';
import { createFormats, lengthOf, useGenreNames, yearOf } from '../../ui/titleFacts.js';
import { clickOf, itemLink } from '../Rail/RailCard.js';
import type { RailActions } from '../Rail/types.js';
import type { HeroClassNames } from './types.js';

/** Props of {@link HeroSlide}. */
interface HeroSlideProps {
  item: HeroItem;
  position: number;
  count: number;
  isShown: boolean;
  /** Whether the title is not one of the numbered titles of the hero. */
  isPreview: boolean;
  /** Year, length, genres and why the title is recommended, if known. */
  facts: readonly string[];
  texts: Messages['page'];
  locale: string;
  /** Element of the title. */
  Heading: 'h2' | 'h3' | 'h4' | 'h5';
  renderActions: ((item: HeroItem) => ReactNode) | undefined;
  classNames: HeroClassNames | undefined;
}

/** Renders one title of a hero: its image and, over a dark gradient, its name, facts, synopsis and buttons. */
export function HeroSlide(props: HeroSlideProps) {
  const { item, position, count, isShown, isPreview, facts, texts, locale, Heading, renderActions, classNames } = props;
  const { title, overview, logo_path: logo } = item;
  const [{ now, before }, setTitles] = useState<{ now: HeroItem; before?: HeroItem }>({ now: item });
  if (now.id !== item.id) setTitles({ now: item, before: now });
  const picture = heroPictureOf(item);
  return (
    <div
      role="group"
      aria-roledescription={texts.slide}
      aria-label={isPreview ? title : formatMessage(texts.slideOf, { number: position + 1, count, title }, locale)}
      className={slotClass(classNames, 'slide', 'discovr-Hero-slide')}
      data-shown={isShown ? '' : undefined}
      data-media-type={item.media_type}
      data-slide-id={item.id}
      data-hue={picture.url ? undefined : hueOf(item)}
    >
      {/* The image of the previous title stays below while the next one fades in. */}
      {[picture.url && before, item].map(
        (each) =>
          each && (
            <Picture
              key={each.id}
              {...heroPictureOf(each)}
              // The title is shown next to the image.
              alt=""
              width={1280}
              height={720}
              className={slotClass(classNames, 'picture', 'discovr-Hero-picture')}
              isUrgent={position === 0 || before !== undefined}
              fallback={null}
            />
          ),
      )}
      {/* Each title has its own element, so that no text shifts when the next title has more or fewer lines. */}
      <div key={item.id} className={slotClass(classNames, 'text', 'discovr-Hero-text')}>
        <Heading
          className={slotClass(classNames, 'title', 'discovr-Hero-title')}
          data-length={!logo && title.length > LONG_TITLE ? 'long' : undefined}
        >
          <Lettering url={logo} title={title} sizes="(min-width: 640px) 500px, 70vw" />
        </Heading>
        {facts.length > 0 && (
          <p className={slotClass(classNames, 'facts', 'discovr-Hero-facts')}>
            {facts.map((fact) => (
              <span key={fact} className="discovr-Hero-fact">
                <bdi>{fact}</bdi>{' '}
              </span>
            ))}
          </p>
        )}
        {overview && (
          <p className={slotClass(classNames, 'overview', 'discovr-Hero-overview')}>
            <bdi>{overview}</bdi>
          </p>
        )}
        {renderActions && (
          <div className={slotClass(classNames, 'actions', 'discovr-Hero-actions')}>{renderActions(item)}</div>
        )}
      </div>
    </div>
  );
}

/** Props of {@link HeroDetails}. */
interface HeroDetailsProps extends RailActions {
  item: HeroItem;
  text: string;
}

/** Renders the default button of a hero title. It does what a click on a card of a rail does. */
export function HeroDetails({ item, text, ...actions }: HeroDetailsProps) {
  return (
    <CardRoot
      className="discovr-Button"
      data-variant="main"
      onClick={clickOf(item, actions)}
      {...itemLink(item, actions)}
    >
      {text}
    </CardRoot>
  );
}

/** Returns the image of a hero title: its backdrop, otherwise its poster. */
export function heroPictureOf(item: HeroItem): Pick<PictureProps, 'url' | 'kind' | 'sizes'> {
  const { backdrop_path: backdrop, poster_path: poster } = item;
  return { url: backdrop ?? poster, kind: backdrop ? 'backdrop' : 'poster', sizes: '100vw' };
}

/** A title with more characters than this is smaller and ends after three lines. */
const LONG_TITLE = 40;

/** Maximum number of genres of a slide, so that the facts fit one line. */
const MAX_GENRES = 3;

/**
 * Returns a function that lists the facts of a hero title that are known: year, length, genres, and why the title is
 * recommended. While there are no titles, creates the formats when the browser is idle: the first `Intl` format of a
 * document takes 12 ms on a laptop and 70 ms on a slow television.
 */
export function useHeroFacts(
  items: readonly HeroItem[],
  texts: Messages['page'],
  locale: string,
): (item: HeroItem) => readonly string[] {
  const genresOf = (item: HeroItem) => item.genres?.slice(0, MAX_GENRES) ?? [];
  const isWaiting = items.length === 0;
  useEffect(() => (isWaiting ? whenIdle(() => createFormats(locale)) : undefined), [isWaiting, locale]);
  const genreNames = useGenreNames([...new Set(items.flatMap(genresOf))], locale, '<Hero>');
  return (item) =>
    [yearOf(item, locale), lengthOf(item, texts.seasons, locale), genreNames(genresOf(item)), item.rowReason].filter(
      (fact) => fact !== undefined,
    );
}
