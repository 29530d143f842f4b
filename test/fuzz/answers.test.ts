// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDiscovrError } from '../../src/api/errors/discovrError.js';
import { everythingLoggable } from '../support/secrets.js';
import { WITHOUT_REPEATS_MS } from '../support/withoutRepeats.js';
import { endpointNames, endpointsOver } from './endpoints.js';
import { hostileAnswers, type HostileAnswer } from './hostileAnswers.js';
import { prototypeNames } from './prototypeNames.js';
import { fuzzRuns } from './runs.js';
import { sampleAnswers } from './sampleAnswers.js';

/** The request and its status stand before what the server said. */
const LONGEST_MESSAGE = 500 + 200;

test.each(endpointNames)('%s reads a good answer', async (name) => {
  const { [name]: call } = endpointsOver(async () => Response.json(sampleAnswers[name]));
  await expect(call()).resolves.toBeDefined();
});

test.each(endpointNames)(
  '%s gives a value or a bounded DiscovrError without tokens, whatever is answered',
  async (name) => {
    let answer: HostileAnswer;
    const { [name]: call } = endpointsOver(async () => new Response(answer.body, answer), WITHOUT_REPEATS_MS);
    await fc.assert(
      fc.asyncProperty(hostileAnswers(sampleAnswers[name]), async (hostile) => {
        answer = hostile;
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
        expect(everythingLoggable(error)).not.toMatch(/planted\.token|of\+somebody|cGxhbnRlZ|b2Ytc29t/);
        expect(error.retryAfter ?? 0).toBeGreaterThanOrEqual(0);
      }),
      fuzzRuns(200),
    );
  },
  3_600_000,
);
