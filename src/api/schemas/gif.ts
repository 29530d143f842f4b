import * as z from 'zod/mini';
import { looseObject } from './looseObject.js';
import { distinctBy } from './distinctBy.js';
import { firstItems } from './firstItems.js';
import { isSafeImageUrl } from './safeImageUrl.js';

const imageUrl = z.string().check(z.refine(isSafeImageUrl));

/** Animated image. An app that shows it must name the service it comes from. */
const gifSchema = looseObject({
  id: z.string(),
  url: imageUrl,
  preview: looseObject({ url: imageUrl, width: z.number(), height: z.number() }),
  description: z.string(),
  tags: firstItems(z.string()),
  tenorUrl: z.optional(z.string()),
  shortTenorUrl: z.optional(z.string()),
  width: z.number(),
  height: z.number(),
});

/** Animated image. An app that shows it must name the service it comes from. */
export interface Gif {
  id: string;
  url: string;
  /** Smaller image, for lists. */
  preview: { url: string; width: number; height: number };
  description: string;
  tags: string[];
  /** URL of the image on the site of the service it comes from. An app must name this service. */
  tenorUrl?: string | undefined;
  shortTenorUrl?: string | undefined;
  width: number;
  height: number;
}

/** Response of `GET /gif-search`. */
export const gifSearchResponseSchema = looseObject({
  items: firstItems(gifSchema),
  next: z.optional(z.string()),
});

/** Response of `GET /gif-search`. */
export interface GifSearchResponse {
  items: Gif[];
  /** Cursor of the next results; absent at the end. */
  next?: string | undefined;
}

/** Response of `GET /profile-images` (path and shape inferred): URLs of ready-made avatars. */
export const profileImagesResponseSchema = z.pipe(
  firstItems(imageUrl),
  z.transform((urls) => distinctBy(urls, (url) => url)),
);
