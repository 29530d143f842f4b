import type { ComponentPropsWithRef, ReactNode } from 'react';

/**
 * What an image shows: the poster or the backdrop of a title, the logo of a title or of a watch provider, the avatar of
 * a profile, or a GIF in the search for avatars.
 */
type DiscovrImageKind = 'poster' | 'backdrop' | 'logo' | 'avatar' | 'gif';

/** An image of a drop-in: its kind, and props for an `<img>` or a component with the same props. */
export interface DiscovrImageProps extends Omit<ComponentPropsWithRef<'img'>, 'srcSet'> {
  kind: DiscovrImageKind;
  /** URL from the response. For an image of TMDB, the URL of the largest width that the drop-ins use. */
  src: string;
  /** Alternative text. Empty when the same text is next to the image. */
  alt: string;
  /** Width in pixels. With `height`, it sets the aspect ratio of the element; the stylesheet sets its size. */
  width: number;
  height: number;
}

/**
 * Renders an image of a drop-in.
 *
 * @param image the kind of the image and its props. Pass on all props: they include the class name, the loading, and
 *   the handler that shows a fallback when the image fails to load.
 * @param srcSet the `srcset` with all widths of an image of TMDB; `undefined` for other images.
 */
export type RenderImage = (image: DiscovrImageProps, srcSet?: string) => ReactNode;
