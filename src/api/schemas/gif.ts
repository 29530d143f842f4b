import * as z from 'zod/mini';
import { distinctBy } from './distinctBy.js';
import { firstItems } from './firstItems.js';
import { isSafeImageUrl } from './imageUrl.js';

const imageUrl = z.string().check(z.refine(isSafeImageUrl));

/** A looping picture. Where it is shown, the service it comes from must be named. */
const gifSchema = z.looseObject({
  id: z.string(),
  url: imageUrl,
  /** A smaller one, for lists. */
  preview: z.looseObject({ url: imageUrl, width: z.number(), height: z.number() }),
  description: z.string(),
  tags: firstItems(z.string()),
  /** Where the picture comes from: an address at the service that must be named. */
  tenorUrl: z.optional(z.string()),
  shortTenorUrl: z.optional(z.string()),
  width: z.number(),
  height: z.number(),
});

/** A looping picture. Where it is shown, the service it comes from must be named. */
export type Gif = z.infer<typeof gifSchema>;

/** Answer to `GET /gif-search`. */
export const gifSearchResponseSchema = z.looseObject({
  items: firstItems(gifSchema),
  /** Cursor of the next part; absent at the end. */
  next: z.optional(z.string()),
});

/** Answer to `GET /gif-search`. */
export type GifSearchResponse = z.infer<typeof gifSearchResponseSchema>;

/** Answer to `GET /profile-images` (path and shape are inferred): addresses of ready-made avatars. */
export const profileImagesResponseSchema = z.pipe(
  firstItems(imageUrl),
  z.transform((urls) => distinctBy(urls, (url) => url)),
);
