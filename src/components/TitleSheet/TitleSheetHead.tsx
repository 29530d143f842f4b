'use client';

import type { HeroItem } from '../../api/media.js';
import { lengthOf, useGenreNames, yearOf } from '../../ui/titleFacts.js';
import { Lettering } from '../../ui/pictures/Poster.js';
import { Picture } from '../../ui/pictures/Picture.js';
import { slotClass } from '../../ui/classNames.js';
import type { TitleSheetPartProps } from './useTitleSheet.js';
import { unavailableReason } from './TitleSheetUnavailable.js';

/** Props of {@link TitleSheetHead}. */
export interface TitleSheetHeadProps extends TitleSheetPartProps {
  title: string | undefined;
  titleId: string;
  headingLevel: 2 | 3 | 4;
}

/** Image of a title, with its name, year, length and genres over it. Long text grows upward, so nothing below moves. */
export function TitleSheetHead(props: TitleSheetHeadProps) {
  const { sheet, item, title, titleId, headingLevel, messages, locale, classNames } = props;
  const { media, isLoading } = sheet;
  const backdrop = media?.backdrop_path ?? item?.backdrop_path;
  const picture = backdrop ?? media?.poster_path ?? item?.poster_path;
  const isPlain = !picture && unavailableReason(sheet) !== undefined;
  // Only hero items have a logo. For other items, the title is shown as text until the facts load.
  const lettering = media?.logo_path ?? (item as HeroItem | undefined)?.logo_path;
  const genres = media?.genres ?? [];
  const genreNames = useGenreNames(genres, locale, '<TitleSheet>');
  const facts =
    media &&
    [yearOf(media, locale), lengthOf(media, messages.titleSheet.seasons, locale), genreNames(genres)].filter(Boolean);
  const Heading = `h${headingLevel}` as const;
  return (
    <div className={slotClass(classNames, 'head', 'discovr-TitleSheet-head')} data-plain={isPlain ? '' : undefined}>
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
          tabIndex={-1}
          className={slotClass(classNames, 'title', 'discovr-TitleSheet-title')}
          data-title={title === undefined ? undefined : ''}
          data-placeholder={title === undefined && isLoading ? '' : undefined}
          aria-hidden={title === undefined || undefined}
        >
          {title !== undefined && <Lettering url={lettering} title={title} sizes="300px" />}
        </Heading>
        <ul className={slotClass(classNames, 'facts', 'discovr-TitleSheet-facts')}>
          {isLoading && <li className="discovr-TitleSheet-fact" data-placeholder="" aria-hidden="true" />}
          {facts?.map((fact) => (
            <li key={fact} className="discovr-TitleSheet-fact">
              <bdi>{fact}</bdi>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
