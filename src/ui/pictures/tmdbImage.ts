/** Widths that TMDB offers for each kind of image, in pixels. */
const WIDTHS = {
  poster: [154, 185, 342, 500, 780],
  backdrop: [300, 780, 1280],
  logo: [154, 185, 300, 500],
} as const;

/** Attributes of an `<img>` that allow the browser to choose a size. */
export interface ImageSources {
  readonly src: string;
  readonly srcSet?: string;
  readonly sizes?: string;
}

const TMDB = /^(https:\/\/image\.tmdb\.org\/t\/p\/)(?:w\d+|original)(\/.+)$/;

/**
 * Returns the attributes for an image in all its sizes. TMDB offers each image in several widths and puts the width
 * into the URL. An image of another origin has one URL.
 *
 * @param sizes displayed width, as a value of the `sizes` attribute.
 */
export function imageSources(url: string, kind: keyof typeof WIDTHS, sizes: string): ImageSources {
  const [, base, file] = TMDB.exec(url) ?? [];
  // A vector image has one URL for all sizes.
  if (!base || !file || file.endsWith('.svg')) return { src: url };
  const candidates = WIDTHS[kind].map((width) => `${base}w${width}${file} ${width}w`);
  return { src: url, srcSet: candidates.join(', '), sizes };
}
