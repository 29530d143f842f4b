import { Hono } from 'hono';
import * as z from 'zod/mini';
import { pngDataUrl, qrPng } from '../drawing/png.js';
import { Problem, problemResponse } from '../http/problem.js';
import { checked, readBodyText, readRequestBody, wholeNumber } from '../http/requestBody.js';
import { findProfile } from '../profiles/profileRoutes.js';
import type { EmulatorState } from '../types.js';
import { escapeMarkup, htmlPage } from '../http/htmlPage.js';
import { randomHex } from '../random.js';
import {
  decideAuthorization,
  readAuthorizationRequest,
  redeemCode,
  type AuthorizationOutcome,
  type AuthorizationRequest,
} from './authorization.js';
import { pollDeviceCode, requestDeviceCode, waitingDevice } from './deviceCodes.js';
import { requireIdentity } from './tiers.js';
import { DEVICE_CODE_LIFETIME_MS, mintSession } from './tokens.js';

const mintPayloadSchema = z.strictObject({ profileId: z.string().check(z.minLength(1)) });
const redemptionSchema = z.strictObject({
  code: z.string().check(z.minLength(1)),
  codeVerifier: z.string().check(z.refine((text) => /^[\w.~-]{43,128}$/.test(text))),
  clientID: z.string().check(z.minLength(1)),
  redirectUri: z.string().check(z.minLength(1)),
});

/** Routes that redeem authorization codes, mint sessions and sign out devices. A sign-out revokes no session tokens. */
export function authRoutes(state: EmulatorState): Hono {
  return new Hono()
    .post('/code', async (context) =>
      context.json(await redeemCode(state, await readRequestBody(context.req, redemptionSchema))),
    )
    .post('/session-token', async (context) => {
      requireIdentity(context.req, state);
      const { profileId } = await readRequestBody(context.req, mintPayloadSchema);
      return context.json(await mintSession(state, findProfile(state, profileId).id));
    })
    .delete('/session', (context) => {
      state.grants.delete(requireIdentity(context.req, state).refreshToken);
      return context.json({ revoked: true });
    })
    .delete('/sessions/:publicId', (context) => {
      requireIdentity(context.req, state);
      const publicId = context.req.param('publicId');
      const grant = [...state.grants.values()].find((candidate) => candidate.publicId === publicId);
      if (!grant) throw new Problem('NOT_FOUND', 'There is no signed-in device with this public id.');
      state.grants.delete(grant.refreshToken);
      return context.json({ revoked: true });
    });
}

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

/** Routes of the sign-in page, which sends its result to the app by redirect or message. */
export function authorizeRoutes(state: EmulatorState): Hono {
  return new Hono()
    .get('/', (context) => authorizePage(readAuthorizationRequest(new URL(context.req.url).searchParams)))
    .post('/', async (context) => {
      const form = new URLSearchParams(await readBodyText(context.req));
      const decision = form.get('decision') === 'sign_in' ? 'signIn' : 'cancel';
      form.delete('decision');
      const request = readAuthorizationRequest(form);
      const outcome = decideAuthorization(state, request, decision);
      if (request.response_mode === 'web_message') return authorizedPage(request, outcome);
      return context.redirect(outcome.callbackUrl, 303);
    })
    .onError((error) =>
      error instanceof Problem && error.code === 'VALIDATION_FAILED'
        ? refusedAuthorizationPage(error)
        : problemResponse(error),
    );
}

/** Routes of the page behind the QR code, where the user approves or denies a device. The path is inferred. */
export function activateRoutes(state: EmulatorState): Hono {
  return new Hono()
    .get('/', (context) => activatePage(context.req.query('userCode') ?? ''))
    .post('/', async (context) => {
      const form = new URLSearchParams(await readBodyText(context.req));
      const userCode = form.get('userCode') ?? '';
      const decision = decisions.get(form.get('decision') ?? '');
      const device = waitingDevice(state, userCode.replace(/\s/g, ''));
      if (!device) return unknownCodePage(userCode);
      // The form always sends a decision, so a request without one changes nothing.
      if (!decision) return activatePage(userCode);
      device.decision = decision;
      return decidedPage(decision);
    });
}

const decisions: ReadonlyMap<string, 'approved' | 'denied'> = new Map([
  ['approve', 'approved'],
  ['deny', 'denied'],
]);

/** Returns the page that asks the user whether an app may sign in. */
function authorizePage(request: AuthorizationRequest): Response {
  const { origin } = new URL(request.redirect_uri);
  const fields = Object.entries(request).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escapeMarkup(value)}">`,
  );
  return htmlPage({
    title: 'Sign in to Discovr',
    formTargets: `'self' ${redirectSource(request.redirect_uri)}`,
    content:
      `<p>The app <strong>${escapeMarkup(request.client_id)}</strong> wants to use your account. ` +
      `You will be returned to <strong>${escapeMarkup(origin)}</strong>.</p>` +
      `<form method="post" action="/authorize">${fields.join('')}<div class="actions">` +
      `<button class="main" name="decision" value="sign_in">Sign in</button>` +
      `<button name="decision" value="cancel">Cancel</button></div></form>`,
  });
}

/** Returns the page that posts the outcome to its opener and closes. Only the app's origin can read the message. */
function authorizedPage(request: AuthorizationRequest, { message }: AuthorizationOutcome): Response {
  const targetOrigin = new URL(request.redirect_uri).origin;
  return htmlPage({
    title: 'code' in message ? 'You’re signed in' : 'Sign-in canceled',
    content: '<p>You can close this window and go back to the app.</p>',
    script: {
      code: `window.opener?.postMessage(${asScript(message)},${asScript(targetOrigin)});window.close();`,
      nonce: randomHex(32),
    },
  });
}

/** Returns the page that tells the developer why the sign-in URL is invalid. */
function refusedAuthorizationPage({ details, message }: Problem): Response {
  const issues = (details.issues ?? []).map(
    ({ path, message: text }) => `<li><strong>${escapeMarkup(path.join('.'))}</strong>: ${escapeMarkup(text)}</li>`,
  );
  return htmlPage({
    title: 'This sign-in request is not valid',
    status: 400,
    content: `<p>${escapeMarkup(message)}</p><ul>${issues.join('')}</ul>`,
  });
}

/**
 * Returns the `form-action` source that allows the redirect to the app. A policy cannot contain an IPv6 address, so for
 * such a URL the source is its scheme.
 */
function redirectSource(redirectUri: string): string {
  const { protocol, hostname, origin } = new URL(redirectUri);
  return hostname.startsWith('[') ? protocol : origin;
}

/** Serializes a value as JavaScript that cannot close its script element. */
function asScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}

/** Returns the page where the user approves or denies the device that shows a code. The code can be edited. */
function activatePage(userCode: string): Response {
  return htmlPage({
    title: 'Sign in a device',
    content: `<p>Check that your device shows this code.</p>${codeForm(userCode)}`,
  });
}

/** Returns the page that confirms the decision. */
function decidedPage(decision: 'approved' | 'denied'): Response {
  return decision === 'approved'
    ? htmlPage({
        title: 'Your device is signed in',
        content: donePassage('It continues automatically within a few seconds.'),
      })
    : htmlPage({ title: 'The device was denied', content: donePassage('It stays signed out.') });
}

/** Returns the page for a code that no waiting device has, with the form to try another code. */
function unknownCodePage(userCode: string): Response {
  return htmlPage({
    title: 'This code is unknown or has expired',
    status: 404,
    content: `<p role="alert">Check the code on your device, or get a new code there.</p>${codeForm(userCode)}`,
  });
}

function donePassage(sentence: string): string {
  return `<p>${sentence} You can close this page.</p>`;
}

function codeForm(userCode: string): string {
  return (
    `<form method="post" action="/activate"><label for="user-code">Code</label>` +
    `<input id="user-code" name="userCode" value="${escapeMarkup(userCode)}" required ` +
    `autocomplete="off" autocapitalize="characters" spellcheck="false">` +
    `<div class="actions"><button class="main" name="decision" value="approve">Approve</button>` +
    `<button name="decision" value="deny">Deny</button></div></form>`
  );
}
