/** Widths that TMDB offers for each kind of image, in pixels. */
const WIDTHS = {
  poster: [154, 185, 342, 500, 780],
  backdrop: [300, 780, 1280],
  logo: [154, 185, 300, 500],
} as const;

/** Kinds of images that TMDB has. */
export type TmdbImageKind = keyof typeof WIDTHS;

/** Attributes of an `<img>` that allow the browser to choose a size. */
export interface ImageSources {
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
