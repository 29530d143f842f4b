'use client';

import { Picture } from './Picture.js';

/** Props of {@link Lettering}. */
export interface LetteringProps {
  /** URL of the lettering image. */
  url: string | null | undefined;
  title: string;
  /** Displayed width, as a value of the `sizes` attribute. */
  sizes: string;
}

/** Image of a title's lettering, or the title as text when there is no image or it fails to load. */
export function Lettering({ url, title, sizes }: LetteringProps) {
  return (
    <Picture
      url={url}
      kind="logo"
      sizes={sizes}
      alt={title}
      width={500}
      height={200}
      className="discovr-Hero-logo"
      fallback={<bdi>{title}</bdi>}
    />
  );
}
