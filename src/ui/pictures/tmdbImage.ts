/** Kinds of pictures that come in sizes, with the widths TMDB makes of each, in pixels. */
const WIDTHS = {
  poster: [154, 185, 342, 500, 780],
  backdrop: [300, 780, 1280],
  logo: [154, 185, 300, 500],
} as const;

/** Attributes of an `<img>` that let the browser choose a size. */
export interface ImageSources {
  readonly src: string;
  readonly srcSet?: string;
  readonly sizes?: string;
}

const TMDB = /^(https:\/\/image\.tmdb\.org\/t\/p\/)(?:w\d+|original)(\/.+)$/;

/**
 * Names the sizes there are of a picture. TMDB keeps each of its pictures in several widths under one pattern of URL; a
 * picture of another origin has the one URL it came with.
 *
 * @param sizes how wide it is shown, as the attribute `sizes` says it.
 */
export function imageSources(url: string, kind: keyof typeof WIDTHS, sizes: string): ImageSources {
  const [, base, file] = TMDB.exec(url) ?? [];
  // Vector drawings have no sizes.
  if (!base || !file || file.endsWith('.svg')) return { src: url };
  const candidates = WIDTHS[kind].map((width) => `${base}w${width}${file} ${width}w`);
  return { src: url, srcSet: candidates.join(', '), sizes };
}
