import type { ReactNode } from 'react';

/** Prop for the brand of the app. */
export interface BrandProps {
  /**
   * The app's brand, shown above the content, such as a logo.
   * @default nothing
   */
  brand?: ReactNode;
}

/** Props for the brand and the art of the app. */
export interface ArtProps extends BrandProps {
  /**
   * Art that fills the space behind the sign-in, such as an image with `object-fit: cover`. The sign-in is then on a
   * panel. The art is hidden from assistive technology, so it must not contain controls.
   * @default nothing
   */
  art?: ReactNode;
}
