import * as z from 'zod/mini';
import { looseObject } from './looseObject.js';

/** Body of `POST /auth/device-codes`. The API spells `clientID` with a capital ID. */
export interface DeviceCodePayload {
  clientID: string;
}

/** Response of `POST /auth/device-codes`. */
export const deviceCodeResponseSchema = looseObject({
  deviceCode: z.string().check(z.minLength(1)),
  /** Code to enter on another device: four digits, or groups of letters and digits (the documentation shows both). */
  userCode: z.string().check(z.minLength(1)),
  /** QR image of the code: a PNG data URL. */
  authQRCode: z.string().check(z.regex(/^data:image\//)),
  /** Time until the code expires, in milliseconds, unlike all other times of the API. */
  expiresIn: z.number().check(z.positive()),
});

/** Code that signs this device in when it is approved on another device. */
export interface DeviceCodeResponse extends z.infer<typeof deviceCodeResponseSchema> {}

/** Refresh token that a sign-in by code and a web sign-in return. */
export const deviceCodeTokenResponseSchema = looseObject({
  refreshToken: z.string().check(z.minLength(1)),
  publicId: z.optional(z.string()),
  /** Unix seconds. */
  expiresAt: z.optional(z.number()),
});

/** Refresh token that a sign-in by code and a web sign-in return. */
export interface DeviceCodeTokenResponse extends z.infer<typeof deviceCodeTokenResponseSchema> {}

/** Response of `POST /auth/device-codes/{deviceCode}/poll`: "pending" until the code is approved, then the token. */
export const pollDeviceCodeResponseSchema = z.union([
  deviceCodeTokenResponseSchema,
  looseObject({ status: z.string(), refreshToken: z.optional(z.undefined()) }),
]);

/** Response of a poll for the approval of a code. */
export type PollDeviceCodeResponse = z.infer<typeof pollDeviceCodeResponseSchema>;
