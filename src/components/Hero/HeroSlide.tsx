'use client';

import { useState } from 'react';
import type { HeroItem } from '../../api/media.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { Lettering } from '../../ui/pictures/Lettering.js';
import { Picture } from '../../ui/pictures/Picture.js';
import { slotClass } from '../../ui/slotClass.js';
import { heroPictureOf } from './heroPicture.js';
import type { HeroClassNames, RenderHeroActions } from './types.js';

/** Props of {@link HeroSlide}. */
export interface HeroSlideProps {
  item: HeroItem;
  position: number;
  count: number;
  isShown: boolean;
  /** Whether the title is not one of the numbered titles of the hero. */
  isPreview: boolean;
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
  const { item, position, count, isShown, isPreview, facts, texts, locale, headingLevel, renderActions, classNames } =
    props;
  const Heading = `h${headingLevel}` as const;
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
        <Heading className={slotClass(classNames, 'title', 'discovr-Hero-title')}>
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
