'use client';

import { useCallback, useState, version, type ReactNode } from 'react';
import { useDiscovrContext } from '../../react/provider/context.js';
import { isSafeImageUrl } from '../../shared/url.js';

export interface PictureProps {
  /** Full URL of the image. */
  url: string | null | undefined;
  kind: TmdbImageKind;
  /** Displayed width, as a value of the `sizes` attribute. */
  sizes: string;
  /** Alternative text. Empty when the same text is next to the image. */
  alt: string;
  width: number;
  height: number;
  className: string;
  /** Whether the image loads immediately and with high priority. If not, it loads when it is near the viewport. */
  isUrgent?: boolean | undefined;
  /** Rendered when there is no image or it fails to load. */
  fallback: ReactNode;
}

// React 18 only supports the attribute in lower case, React 19 only in camel case.
const URGENT = Number.parseInt(version, 10) >= 19 ? { fetchPriority: 'high' as const } : { fetchpriority: 'high' };

/** Image with a known aspect ratio, replaced by a fallback when it fails to load. */
export function Picture(props: PictureProps) {
  // The key resets the failure when the URL changes.
  return <Attempt key={props.url} {...props} />;
}

function Attempt(props: PictureProps) {
  const { url, kind, sizes, alt, width, height, className, isUrgent = false, fallback } = props;
  const { renderImage } = useDiscovrContext('a picture');
  const [hasFailed, setHasFailed] = useState(false);
  // A server-rendered image can fail before hydration. Then `onError` is not called.
  const note = useCallback((image: HTMLImageElement | null) => {
    if (image?.complete && image.naturalWidth === 0 && image.currentSrc) setHasFailed(true);
    // An image that is there at once does not fade in. What an app renders instead may be no image, and jsdom loads none.
    if (image?.complete !== false || !('animate' in image)) return;
    image.dataset['loading'] = '';
    image.addEventListener('load', () => delete image.dataset['loading'], { once: true });
  }, []);
  if (hasFailed || !isSafeImageUrl(url)) return fallback;
  const { src, srcSet } = imageSources(url, kind);
  const image = {
    ref: note,
    className,
    // Must be set before the URL: Safari fetches an image immediately if it is not lazy when it gets its URL.
    loading: isUrgent ? 'eager' : 'lazy',
    decoding: 'async',
    ...(isUrgent && URGENT),
    width,
    height,
    src,
    onError: () => setHasFailed(true),
  } as const;
  if (renderImage) return renderImage({ ...image, alt, kind, sizes }, srcSet);
  return <img {...image} alt={alt} {...(srcSet && { srcSet, sizes })} />;
}

/** Widths that TMDB offers for each kind of image, in pixels. */
const WIDTHS = {
  poster: [154, 185, 342, 500, 780],
  backdrop: [300, 780, 1280],
  logo: [154, 185, 300, 500],
} as const;

/** Kinds of images that TMDB has. */
type TmdbImageKind = keyof typeof WIDTHS;

/** Attributes of an `<img>` that allow the browser to choose a size. */
interface ImageSources {
  readonly src: string;
  readonly srcSet?: string;
}

const TMDB = /^(https:\/\/image\.tmdb\.org\/t\/p\/)(?:w\d+|original)(\/.+)$/;

/**
 * Returns the attributes for an image in all its sizes. TMDB offers each image in several widths and puts the width
 * into the URL; `src` has the largest of them. An image of another origin has one URL.
 */
export function imageSources(url: string, kind: TmdbImageKind): ImageSources {
  const [, base, file] = TMDB.exec(url) ?? [];
  // A vector image has one URL for all sizes.
  if (!base || !file || file.endsWith('.svg')) return { src: url };
  const widths = WIDTHS[kind];
  const urlOf = (width: number) => `${base}w${width}${file}`;
  return { src: urlOf(widths.at(-1)!), srcSet: widths.map((width) => `${urlOf(width)} ${width}w`).join(', ') };
}
