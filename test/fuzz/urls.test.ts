import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDiscovrError } from '../../src/shared/errors.js';
import { DiscovrClient } from '../../src/client/index.js';
import {
  activeFilters,
  describeFilter,
  filterSpecSchema,
  filtersToSearchParams,
  formValuesFromFilters,
  MAX_URL_VALUES,
  readFilterParams,
} from '../../src/filters/index.js';
import { anyText } from '../arbitraries.js';
import { prototypeNames } from './prototypeNames.js';
import { fuzzRuns } from '../support/fuzzRuns.js';

const ONE_HOUR_MS = 3_600_000;

const name = fc.oneof(fc.constantFrom(...prototypeNames), anyText);

const value = fc.oneof(
  name,
  fc.constantFrom('1', 'movie', '35.18', '90..120', '..', '....', '2020-01-01..', '9'.repeat(400), '_d83c_', '_0_.8'),
  fc.array(fc.oneof(fc.nat(300).map(String), name), { maxLength: 250 }).map((parts) => parts.join('.')),
);

const keys = ['f', 'f.date', 'f.genres', 'f.keywords', 'f.on', 'f.region', 'f.runtime', 'f.type', 'f.constructor'];

const query = fc
  .array(
    fc.tuple(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...keys) }, { weight: 1, arbitrary: name }), value),
    {
      maxLength: 8,
    },
  )
  .map((pairs) => new URLSearchParams(pairs).toString());

test(
  'a hostile link yields filters that the API, the form and the chips accept',
  () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: query }, { weight: 1, arbitrary: anyText }), (search) => {
        const { filters = {} } = readFilterParams(search);
        expect(filterSpecSchema.safeParse(filters).success).toBe(true);
        for (const values of [filters.genres, filters.keywords, filters.region, filters.with_watch_providers]) {
          expect(values?.length ?? 0).toBeLessThanOrEqual(MAX_URL_VALUES);
        }
        expect(readFilterParams(filtersToSearchParams(filters)).filters).toEqual(filters);
        expect(describeFilter(filters)).not.toBe('');
        expect(activeFilters(filters).every(({ label }) => typeof label === 'string')).toBe(true);
        expect(() => formValuesFromFilters(filters)).not.toThrow();
        expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototypeNames);
      }),
      fuzzRuns(1_000),
    );
  },
  ONE_HOUR_MS,
);

test(
  'a hostile link sends nothing to Discovr when no sign-in has been started',
  async () => {
    const sent: unknown[] = [];
    const client = new DiscovrClient('fuzz', {
      fetch: async (input) => {
        sent.push(input);
        return new Response('{}');
      },
    });
    const parameter = fc.tuple(fc.constantFrom('code', 'state', 'error', 'returnTo'), value);
    const urls = fc
      .tuple(fc.array(parameter, { maxLength: 5 }), fc.constantFrom('https://app.example/cb', '/cb', ''))
      .map(([parameters, path]) => `${path}?${new URLSearchParams(parameters)}`);
    await fc.assert(
      fc.asyncProperty(urls, async (url) => {
        const outcome: unknown = await client.completeWebSignIn(url).catch((error: unknown) => error);
        if (outcome !== null && !isDiscovrError(outcome)) throw outcome;
        expect(sent).toEqual([]);
      }),
      fuzzRuns(500),
    );
  },
  ONE_HOUR_MS,
);
