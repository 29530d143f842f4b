'use client';

import type { HeroItem } from '../../api/schemas/media.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { Lettering } from '../../ui/pictures/Lettering.js';
import { Picture } from '../../ui/pictures/Picture.js';
import { imageSources } from '../../ui/pictures/tmdbImage.js';
import { slotClass } from '../../ui/slotClass.js';
import type { HeroClassNames, RenderHeroActions } from './types.js';

/** Props of {@link HeroSlide}. */
export interface HeroSlideProps {
  item: HeroItem;
  position: number;
  count: number;
  isShown: boolean;
  /** Year, length and genres, if known. */
  facts: readonly string[];
  texts: Messages['page'];
  locale: string;
  headingLevel: 2 | 3 | 4;
  renderActions: RenderHeroActions | undefined;
  classNames: HeroClassNames | undefined;
}

/** Renders one title of a hero: its image and, over a dark gradient, its name, facts, synopsis and buttons. */
export function HeroSlide(props: HeroSlideProps) {
  const { item, position, count, isShown, facts, texts, locale, headingLevel, renderActions, classNames } = props;
  const Heading = `h${headingLevel}` as const;
  const { title, overview, logo_path: logo, backdrop_path: backdrop, poster_path: poster } = item;
  const label = formatMessage(texts.slideOf, { number: position + 1, count, title }, locale);
  return (
    <div
      role="group"
      aria-roledescription={texts.slide}
      aria-label={label}
      className={slotClass(classNames, 'slide', 'discovr-Hero-slide')}
      data-shown={isShown ? '' : undefined}
      data-media-type={item.media_type}
    >
      <Picture
        url={backdrop ?? poster}
        sourcesOf={(url) => imageSources(url, backdrop ? 'backdrop' : 'poster', '100vw')}
        // The title is shown next to the image.
        alt=""
        width={1280}
        height={720}
        className={slotClass(classNames, 'picture', 'discovr-Hero-picture')}
        isUrgent={position === 0}
        fallback={null}
      />
      <div className={slotClass(classNames, 'text', 'discovr-Hero-text')}>
        <Heading className={slotClass(classNames, 'title', 'discovr-Hero-title')}>
          <Lettering url={logo} title={title} sizes="(min-width: 640px) 500px, 70vw" />
        </Heading>
        {facts.length > 0 && (
          <p className={slotClass(classNames, 'facts', 'discovr-Hero-facts')}>
            {facts.map((fact) => (
              <span key={fact} className="discovr-Hero-fact">
                {fact}{' '}
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
