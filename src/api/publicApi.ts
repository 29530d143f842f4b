import * as z from 'zod/mini';
import { distinctBy } from '../shared/distinctBy.js';
import { isSafeImageUrl } from '../shared/url.js';
import {
  deviceCodeResponseSchema,
  deviceCodeTokenResponseSchema,
  pollDeviceCodeResponseSchema,
  type DeviceCodePayload,
  type DeviceCodeResponse,
  type DeviceCodeTokenResponse,
  type PollDeviceCodeResponse,
} from './device.js';
import { firstItems, looseObject } from './reading.js';
import type { CallOptions, Send } from './transport.js';
import { REDEEM_ROUTE, type AuthorizationCodePayload } from './webSignIn.js';

/** Whether a value is a safe URL. Values that are no texts pass, so that the schema reports them. */
const isSafe = (url: unknown) => typeof url !== 'string' || isSafeImageUrl(url);

/** Animated image. An app that shows it must name the service it comes from. */
const gifSchema = looseObject({
  id: z.string(),
  url: z.string(),
  preview: looseObject({ url: z.string(), width: z.number(), height: z.number() }),
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

const hasSafeUrls = (gif: unknown) => {
  // Anything that JSON can contain.
  const { url, preview } = Object(gif) as { url?: unknown; preview?: unknown };
  return isSafe(url) && isSafe((Object(preview) as { url?: unknown }).url);
};

/** Response of `GET /gif-search`. GIFs with unsafe URLs are omitted. */
export const gifSearchResponseSchema = looseObject({
  items: firstItems(gifSchema, { isKnown: hasSafeUrls }),
  next: z.optional(z.string()),
});

/** Response of `GET /gif-search`. */
export interface GifSearchResponse {
  items: Gif[];
  /** Cursor of the next results; absent at the end. */
  next?: string | undefined;
}

/** Response of `GET /profile-images` (path and shape inferred): URLs of ready-made avatars. Unsafe ones are omitted. */
const profileImagesResponseSchema = z.pipe(
  firstItems(z.string(), { isKnown: isSafe }),
  z.transform((urls) => distinctBy(urls, (url) => url)),
);

/** Options of {@link PublicApi.requestDeviceCode}. */
export interface RequestDeviceCodeOptions extends CallOptions {
  /**
   * Width and height of the QR image in pixels, 100 to 1000; 600 to 800 suit a television.
   * @default 300
   */
  qrSize?: number | undefined;
}

/** Options of {@link PublicApi.searchGifs}. */
export interface SearchGifsOptions extends CallOptions {
  /**
   * Maximum number of results, 1 to 50.
   * @default 20
   */
  limit?: number | undefined;
  /** Cursor: `next` of the previous response. */
  pos?: string | undefined;
  /**
   * How strictly images are filtered.
   * @default 'medium'
   */
  contentfilter?: 'high' | 'medium' | 'low' | 'off' | undefined;
  /** ISO 3166-1 alpha-2 code. */
  country?: string | undefined;
  /** Language of the query, with a region or without: `de`, `pt_BR` (format inferred). */
  locale?: string | undefined;
}

/** Endpoints that take no token, with one typed method for each endpoint. */
export interface PublicApi {
  /** `POST /auth/device-codes`. */
  requestDeviceCode(payload: DeviceCodePayload, options?: RequestDeviceCodeOptions): Promise<DeviceCodeResponse>;
  /** `POST /auth/device-codes/{deviceCode}/poll`. */
  pollDeviceCode(deviceCode: string, options?: CallOptions): Promise<PollDeviceCodeResponse>;
  /** `POST /auth/code` (inferred): exchanges the code of a web sign-in. Never retried, because a code is valid once. */
  redeemAuthorizationCode(payload: AuthorizationCodePayload, options?: CallOptions): Promise<DeviceCodeTokenResponse>;
  /** `GET /profile-images` (path inferred): URLs of ready-made avatars. */
  getProfileImages(options?: CallOptions): Promise<string[]>;
  /** `GET /gif-search`. An app that shows a result must name the service it comes from. */
  searchGifs(query: string, options?: SearchGifsOptions): Promise<GifSearchResponse>;
}

/** Creates the public endpoints on top of a transport. */
export function createPublicApi(send: Send): PublicApi {
  const tier = 'public';
  return {
    requestDeviceCode: (body, { qrSize, signal } = {}) =>
      send({
        tier,
        method: 'POST',
        route: '/auth/device-codes',
        query: { size: qrSize },
        body,
        response: deviceCodeResponseSchema,
        signal,
      }),
    pollDeviceCode: (deviceCode, { signal } = {}) =>
      send({
        tier,
        method: 'POST',
        route: '/auth/device-codes/{deviceCode}/poll',
        params: { deviceCode },
        response: pollDeviceCodeResponseSchema,
        signal,
      }),
    redeemAuthorizationCode: (body, { signal } = {}) =>
      send({ tier, method: 'POST', route: REDEEM_ROUTE, body, response: deviceCodeTokenResponseSchema, signal }),
    getProfileImages: ({ signal } = {}) =>
      send({ tier, method: 'GET', route: '/profile-images', response: profileImagesResponseSchema, signal }),
    searchGifs: (q, { signal, ...options } = {}) =>
      send({
        tier,
        method: 'GET',
        route: '/gif-search',
        query: { q, ...options },
        response: gifSearchResponseSchema,
        signal,
      }),
  };
}
