'use client';

import { Picture } from './Picture.js';

/** Props of {@link Poster}. */
export interface PosterProps {
  url: string | null | undefined;
  /** Title of the film or series: alternative text of the image, and text shown when there is no image. */
  title: string;
  /** Whether the title is also shown next to the poster. */
  hasCaption: boolean;
  /** Displayed width, as a value of the `sizes` attribute. */
  sizes: string;
  className: string;
}

/** Poster with an aspect ratio of 2:3. Without an image, it shows the title on a neutral background. */
export function Poster({ url, title, hasCaption, sizes, className }: PosterProps) {
  return (
    <span className={className}>
      <Picture
        url={url}
        kind="poster"
        sizes={sizes}
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
