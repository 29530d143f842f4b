import fc from 'fast-check';
import { anyCharacter } from '../arbitraries.js';
import { corruptions } from './corruptions.js';
import { hostileJson, hostileText, PLANTED } from './hostileValues.js';

/** Response of a hostile server. */
export interface HostileResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const errorBody = fc.record(
  {
    code: fc.oneof(hostileText, hostileJson, fc.constantFrom('TOKEN_EXPIRED', 'SESSION_EXPIRED', 'VALIDATION_FAILED')),
    message: fc.oneof(hostileText, hostileJson),
    error: hostileJson,
    pageLevelFilters: hostileJson,
    issues: fc.oneof(
      hostileJson,
      fc.array(fc.record({ path: fc.oneof(hostileText, fc.array(hostileText)), message: hostileText }), {
        maxLength: 3,
      }),
      fc.record({ path: hostileText, message: hostileText }).map((issue) => Array.from({ length: 200 }, () => issue)),
    ),
  },
  { requiredKeys: [] },
);

const header = fc
  .oneof(
    fc.constantFrom('0', '-1', '2147484', '1e15', 'NaN', 'Fri, 31 Dec 9999 23:59:59 GMT', PLANTED, 'x'.repeat(5_000)),
    fc.string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)) }),
  )
  .map((text) => text.trim());

/** Responses that a hostile or broken server may send instead of the valid response `good`. */
export function hostileResponses(good: unknown): fc.Arbitrary<HostileResponse> {
  const almostValid = corruptions.map((corrupt) => JSON.stringify(corrupt(good)) ?? '');
  const text = JSON.stringify(good);
  const cutOff = fc.nat(text.length).map((length) => text.slice(0, length));
  const response = (status: fc.Arbitrary<number>, body: fc.Arbitrary<string>) =>
    fc.record({
      status,
      body,
      headers: fc.record({ 'retry-after': header, 'x-request-id': header }, { requiredKeys: [] }),
    });
  const success = fc.constantFrom(200, 200, 201, 202);
  const failure = fc.constantFrom(400, 401, 403, 404, 408, 409, 418, 422, 429, 500, 502, 503, 599);
  return fc.oneof(
    { weight: 4, arbitrary: response(success, almostValid) },
    {
      weight: 1,
      arbitrary: response(
        success,
        hostileJson.map((json) => JSON.stringify(json)),
      ),
    },
    { weight: 1, arbitrary: response(success, fc.oneof(cutOff, fc.string({ unit: anyCharacter }))) },
    {
      weight: 3,
      arbitrary: response(
        failure,
        errorBody.map((body) => JSON.stringify(body)),
      ),
    },
    { weight: 1, arbitrary: response(failure, fc.oneof(hostileText, fc.constant('<html>Bad gateway</html>'))) },
  );
}
