import type { EmulatorState } from '../types.js';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { pollDeviceCode, requestDeviceCode } from './deviceCodes.js';
import { DEVICE_CODE_LIFETIME_MS } from './lifetimes.js';
import { pngDataUrl, qrPng } from '../drawing/qrPng.js';
import { checked, readRequestBody } from '../http/requestBody.js';
import { wholeNumber } from '../http/wholeNumber.js';

const DEFAULT_QR_SIZE = 300;
const querySchema = z.strictObject({
  size: z._default(z.pipe(wholeNumber, z.int().check(z.gte(100), z.lte(1000))), DEFAULT_QR_SIZE),
  format: z._default(z.enum(['json', 'image']), 'json'),
});
const payloadSchema = z.strictObject({ clientID: z.string().check(z.minLength(1)) });

/** Routes of sign-in by code: a device shows a code and polls, while the user approves it on another device. */
export function deviceRoutes(state: EmulatorState): Hono {
  return new Hono()
    .post('/', async (context) => {
      const { size, format } = checked(context.req.query(), querySchema, 'query');
      await readRequestBody(context.req, payloadSchema);
      const { deviceCode, userCode } = requestDeviceCode(state);
      const png = qrPng(approvalUrl(context.req.url, userCode), size);
      if (format === 'image') return context.body(png, 200, { 'content-type': 'image/png' });
      return context.json({ deviceCode, userCode, authQRCode: pngDataUrl(png), expiresIn: DEVICE_CODE_LIFETIME_MS });
    })
    .post('/:deviceCode/poll', (context) => {
      const grant = pollDeviceCode(state, context.req.param('deviceCode'));
      return context.json(grant ?? { status: 'pending' });
    });
}

/** Returns the URL in the QR code (inferred): the page where the user approves the device. */
function approvalUrl(requestUrl: string, userCode: string): string {
  return new URL(`/activate?userCode=${userCode}`, requestUrl).href;
}
