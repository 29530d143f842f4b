import * as z from 'zod/mini';
import { parseUrl } from '../../shared/url.js';
import { checked } from '../http/requestBody.js';

/**
 * Parameters of `/authorize`, the page where the user signs in. Discovr does not document the web sign-in, so all of it
 * is inferred: the OAuth authorization code flow with PKCE, these names, and `POST /auth/code` as its last step.
 */
export interface AuthorizationRequest {
  readonly client_id: string;
  readonly redirect_uri: string;
  readonly state: string;
  readonly code_challenge: string;
  readonly code_challenge_method: 'S256';
  /** Whether the result is sent by redirect (`query`) or as a message to the opener (`web_message`). */
  readonly response_mode: 'query' | 'web_message';
}

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

// OAuth allows only printable ASCII, and submitting a form would change line breaks.
const printable = z.string().check(
  z.minLength(1),
  z.refine((text) => /^[\x20-\x7e]*$/.test(text)),
);

const requestSchema = z.strictObject({
  client_id: printable,
  redirect_uri: z.string().check(z.refine(isRedirectUri)),
  state: printable,
  code_challenge: z.string().check(z.refine((text) => /^[\w-]{43}$/.test(text))),
  code_challenge_method: z.literal('S256'),
  response_mode: z._default(z.enum(['query', 'web_message']), 'query'),
});

/**
 * Reads an authorization request from the query of a URL or from a form.
 *
 * @throws {Problem} VALIDATION_FAILED with issues when a parameter is invalid.
 */
export function readAuthorizationRequest(parameters: URLSearchParams): AuthorizationRequest {
  return checked(Object.fromEntries(parameters), requestSchema, 'query');
}

function isRedirectUri(text: string): boolean {
  // The URL parser would silently drop unprintable characters.
  const url = /^[\x21-\x7e]+$/.test(text) && !text.includes('#') ? parseUrl(text) : undefined;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK_HOSTS.includes(url.hostname));
}
