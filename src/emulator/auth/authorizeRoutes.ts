import type { EmulatorState } from '../types.js';
import { Hono } from 'hono';
import { decideAuthorization } from './authorization.js';
import { readAuthorizationRequest } from './authorizationRequest.js';
import { authorizedPage, authorizePage, refusedAuthorizationPage } from './authorizePages.js';
import { readBodyText } from '../http/bodyLimit.js';
import { Problem, problemResponse } from '../http/problem.js';

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
