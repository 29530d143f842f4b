import { useState } from 'react';
import type { DiscovrImageProps } from '../../src/index.js';
import './fadingImage.css';

/** Image component of an app: fades in when it is loaded, and has an outline for each kind of image. */
export function FadingImage({ kind, ...image }: DiscovrImageProps) {
  const [isLoaded, setIsLoaded] = useState(false);
  return (
    <img
      {...image}
      alt={image.alt}
      className={`${image.className} fading-image`}
      data-kind={kind}
      data-loaded={isLoaded ? '' : undefined}
      onLoad={() => setIsLoaded(true)}
    />
  );
}
