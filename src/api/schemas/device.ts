import * as z from 'zod/mini';

/** Body of `POST /auth/device-codes`. The capital ID is the API's. */
export interface DeviceCodePayload {
  clientID: string;
}

/** Answer to `POST /auth/device-codes`. */
export const deviceCodeResponseSchema = z.looseObject({
  deviceCode: z.string().check(z.minLength(1)),
  /** What a person types elsewhere: four digits, or letters and digits in groups (the documentation shows both). */
  userCode: z.string().check(z.minLength(1)),
  /** The code as a picture: a PNG data URL. */
  authQRCode: z.string().check(z.regex(/^data:image\//)),
  /** Milliseconds from now; unlike every other time of the API. */
  expiresIn: z.number().check(z.positive()),
});

/** A code with which another device signs this one in. */
export type DeviceCodeResponse = z.infer<typeof deviceCodeResponseSchema>;

/** A refresh token, as each way of signing in ends with. */
export const deviceCodeTokenResponseSchema = z.looseObject({
  refreshToken: z.string().check(z.minLength(1)),
  publicId: z.optional(z.string()),
  /** Unix seconds. */
  expiresAt: z.optional(z.number()),
});

/** A refresh token, as each way of signing in ends with. */
export type DeviceCodeTokenResponse = z.infer<typeof deviceCodeTokenResponseSchema>;

/** Answer to `POST /auth/device-codes/{deviceCode}/poll`: the token once it was approved, until then "pending". */
export const pollDeviceCodeResponseSchema = z.union([
  deviceCodeTokenResponseSchema,
  z.looseObject({ status: z.string(), refreshToken: z.optional(z.undefined()) }),
]);

/** Answer to a poll. */
export type PollDeviceCodeResponse = z.infer<typeof pollDeviceCodeResponseSchema>;
