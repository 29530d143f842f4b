'use client';

import { Picture } from './Picture.js';
import { imageSources } from './tmdbImage.js';

/** Props of {@link Lettering}. */
export interface LetteringProps {
  /** Address of the picture, if there is one. */
  url: string | null | undefined;
  title: string;
  /** How wide it is shown, as the attribute `sizes` has it. */
  sizes: string;
}

/** A title in the lettering of its poster; in plain words where there is none, or where it fails. */
export function Lettering({ url, title, sizes }: LetteringProps) {
  return (
    <Picture
      url={url}
      sourcesOf={(address) => imageSources(address, 'logo', sizes)}
      alt={title}
      width={500}
      height={200}
      className="discovr-Hero-logo"
      fallback={<bdi>{title}</bdi>}
    />
  );
}
