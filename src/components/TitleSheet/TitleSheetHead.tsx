'use client';

import type { HeroItem } from '../../api/media.js';
import { lengthOf, useGenreNames, yearOf } from '../../ui/titleFacts.js';
import { Lettering } from '../../ui/pictures/Poster.js';
import { Icon } from '../../ui/Icon.js';
import { Picture } from '../../ui/pictures/Picture.js';
import { slotClass } from '../../ui/classNames.js';
import { watchedText, type TitleSheetPartProps } from './useTitleSheet.js';

/** Props of {@link TitleSheetHead}. */
export interface TitleSheetHeadProps extends TitleSheetPartProps {
  title: string | undefined;
  titleId: string;
  headingLevel: 2 | 3 | 4;
  /** Whether the title has been loading for long. */
  isStill: boolean;
  /** Whether a play control shows how much of the title was watched. */
  hasPlay: boolean;
}

/**
 * Image of a title, with its name, year, length, genres and whether it was watched over it or below. Long text grows
 * upward, so nothing below moves.
 */
export function TitleSheetHead(props: TitleSheetHeadProps) {
  const { sheet, item, title, titleId, headingLevel, isStill, hasPlay, messages, locale, classNames } = props;
  const { media, meta, resume, isLoading } = sheet;
  // If the facts fail to load, those of the item. Only hero items have checked facts.
  const known = media ?? (sheet.error && item && 'logo_path' in item ? item : undefined);
  const backdrop = media?.backdrop_path ?? item?.backdrop_path;
  const picture = backdrop ?? media?.poster_path ?? item?.poster_path;
  const isPlain = !picture && sheet.error !== null;
  // Only hero items have a logo. For other items, the title is shown as text until the facts load.
  const lettering = media?.logo_path ?? (item as HeroItem | undefined)?.logo_path;
  const genres = known?.genres ?? [];
  const genreNames = useGenreNames(genres, locale, '<TitleSheet>');
  const facts =
    known &&
    [yearOf(known, locale), lengthOf(known, messages.titleSheet.seasons, locale), genreNames(genres)].filter(Boolean);
  const Heading = `h${headingLevel}` as const;
  return (
    <div
      className={slotClass(classNames, 'head', 'discovr-TitleSheet-head')}
      data-plain={isPlain ? '' : undefined}
      data-picture={picture ? '' : undefined}
      data-lettering={lettering && picture ? '' : undefined}
    >
      <Picture
        url={picture}
        kind={backdrop ? 'backdrop' : 'poster'}
        sizes="(min-width: 720px) 880px, 100vw"
        // The heading contains the title.
        alt=""
        width={1280}
        height={720}
        className={slotClass(classNames, 'picture', 'discovr-TitleSheet-picture')}
        isUrgent
        fallback={null}
      />
      <div className="discovr-TitleSheet-texts">
        <Heading
          id={titleId}
          tabIndex={title === undefined ? undefined : -1}
          className={slotClass(classNames, 'title', 'discovr-TitleSheet-title')}
          data-title={title === undefined ? undefined : ''}
          data-placeholder={title === undefined && isLoading ? '' : undefined}
          aria-hidden={title === undefined || undefined}
        >
          {title !== undefined && <Lettering url={lettering} title={title} sizes="300px" />}
        </Heading>
        <ul className={slotClass(classNames, 'facts', 'discovr-TitleSheet-facts')}>
          {isLoading && (
            <li className="discovr-TitleSheet-fact" data-placeholder={isStill ? undefined : ''} aria-hidden="true">
              {isStill && messages.titleSheet.stillLoading}
            </li>
          )}
          {facts?.map((fact) => (
            <li key={fact} className="discovr-TitleSheet-fact">
              <bdi>{fact}</bdi>
            </li>
          ))}
          {item?.rowReason && (
            <li className="discovr-TitleSheet-fact">
              <bdi>{item.rowReason}</bdi>
            </li>
          )}
          {!isLoading && meta?.history && !resume && (
            <li className={slotClass(classNames, 'note', 'discovr-TitleSheet-note', 'discovr-TitleSheet-fact')}>
              <Icon path="M3 8.5l3.3 3.3L13 4.8" /> {messages.titleSheet.seen}
            </li>
          )}
          {!isLoading && resume && !hasPlay && (
            <li className="discovr-TitleSheet-fact">{watchedText(resume, props)}</li>
          )}
        </ul>
      </div>
    </div>
  );
}
