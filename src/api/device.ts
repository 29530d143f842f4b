import * as z from 'zod/mini';
import { looseObject } from './reading.js';

/** Body of `POST /auth/device-codes`. The API spells `clientID` with a capital ID. */
export interface DeviceCodePayload {
  clientID: string;
}

/** Response of `POST /auth/device-codes`. */
export const deviceCodeResponseSchema = looseObject({
  deviceCode: z.string().check(z.minLength(1)),
  userCode: z.string().check(z.minLength(1)),
  authQRCode: z.string().check(z.regex(/^data:image\//)),
  expiresIn: z.number().check(z.positive()),
});

/** Code that signs this device in when it is approved on another device. */
export interface DeviceCodeResponse {
  deviceCode: string;
  /** Code to enter on another device: four digits, or groups of letters and digits (the documentation shows both). */
  userCode: string;
  /** QR image of the code: a PNG data URL. */
  authQRCode: string;
  /** Time until the code expires, in milliseconds, unlike all other times of the API. */
  expiresIn: number;
}

/** Refresh token that a sign-in by code and a web sign-in return. */
export const deviceCodeTokenResponseSchema = looseObject({
  refreshToken: z.string().check(z.minLength(1)),
  publicId: z.optional(z.string()),
  expiresAt: z.optional(z.number()),
});

/** Refresh token that a sign-in by code and a web sign-in return. */
export interface DeviceCodeTokenResponse {
  refreshToken: string;
  publicId?: string | undefined;
  /** Unix seconds. */
  expiresAt?: number | undefined;
}

/** Response of `POST /auth/device-codes/{deviceCode}/poll`: "pending" until the code is approved, then the token. */
export const pollDeviceCodeResponseSchema = z.union([
  deviceCodeTokenResponseSchema,
  looseObject({ status: z.string(), refreshToken: z.optional(z.undefined()) }),
]);

/** Response of a poll for the approval of a code. */
export type PollDeviceCodeResponse = DeviceCodeTokenResponse | { status: string; refreshToken?: undefined };
