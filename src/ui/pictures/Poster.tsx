'use client';

import { Picture } from './Picture.js';
import { imageSources } from './tmdbImage.js';

/** Props of {@link Poster}. */
export interface PosterProps {
  url: string | null | undefined;
  /** Title of the film or series: the picture's name, and what is drawn where there is no picture. */
  title: string;
  /** Whether the title stands beside it too. */
  hasCaption: boolean;
  /** How wide it is shown, as the attribute `sizes` says it. */
  sizes: string;
  className: string;
}

/** A poster, 2:3; where it is missing or fails, its title on a neutral ground. */
export function Poster({ url, title, hasCaption, sizes, className }: PosterProps) {
  return (
    <span className={className}>
      <Picture
        url={url}
        sourcesOf={(poster) => imageSources(poster, 'poster', sizes)}
        alt={hasCaption ? '' : title}
        width={342}
        height={513}
        className="discovr-Poster-picture"
        fallback={
          <bdi className="discovr-Poster-drawn" aria-hidden={hasCaption || undefined}>
            {title}
          </bdi>
        }
      />
    </span>
  );
}
