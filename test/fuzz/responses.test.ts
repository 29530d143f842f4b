import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDiscovrError } from '../../src/shared/errors.js';
import { everythingLoggable } from '../support/secrets.js';
import { endpointNames, endpointsOver, sampleResponses } from './endpoints.js';
import { hostileResponses, type HostileResponse } from './hostileResponses.js';
import { prototypeNames } from './prototypeNames.js';
import { fuzzRuns } from '../support/fuzzRuns.js';

/** Upper limit for a message: the request and its status, followed by up to 500 characters from the server. */
const LONGEST_MESSAGE = 500 + 200;

test.each(endpointNames)('%s reads a valid response', async (name) => {
  const { [name]: call } = endpointsOver(async () => Response.json(sampleResponses[name]));
  await expect(call()).resolves.toBeDefined();
});

test.each(endpointNames)(
  '%s returns a value or rejects with a short DiscovrError without tokens, whatever the response',
  async (name) => {
    let response: HostileResponse;
    const { [name]: call } = endpointsOver(async () => new Response(response.body, response));
    await fc.assert(
      fc.asyncProperty(hostileResponses(sampleResponses[name]), async (hostile) => {
        response = hostile;
        const error: unknown = await call().then(
          () => undefined,
          (reason: unknown) => reason,
        );
        expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototypeNames);
        if (error === undefined) return;
        if (!isDiscovrError(error)) throw error;
        expect(error.message.length).toBeLessThan(LONGEST_MESSAGE);
        expect(error.code.length).toBeLessThanOrEqual(64);
        expect(error.issues?.length ?? 0).toBeLessThanOrEqual(50);
        expect(everythingLoggable(error)).not.toMatch(/planted\.token|of\+another|cGxhbnRlZ|b2Ytc29t/);
        expect(error.retryAfter ?? 0).toBeGreaterThanOrEqual(0);
      }),
      fuzzRuns(200),
    );
  },
  3_600_000,
);
