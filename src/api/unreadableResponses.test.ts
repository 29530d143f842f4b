import { describe, expect, it } from 'vitest';
import { apiOnEmulator } from '../../test/support/apiOnEmulator.js';
import { failureOf } from '../../test/support/promises.js';

/** Returns the error of `GET /pages/{pageId}` for a response, and the number of requests. */
async function failureFor(makeResponse: () => Response) {
  const { sessionApi, sent } = await apiOnEmulator({ alter: makeResponse });
  const error = await failureOf(sessionApi.getPage('page_1'));
  return { error, requests: sent.length };
}

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const page = (hero: string) => `{"id":"page_1","createdAt":"2026-01-01","hero":[${hero}]}`;
const item = '{"type":"media"},';

describe('an unreadable response', () => {
  it.each([
    ['a long page whose items are all invalid', () => page(`${item.repeat(80_000)}{}`)],
    ['values nested too deeply', () => deep(1_000_000)],
    ['values nested deeply inside a page', () => page(deep(200_000))],
    ['values nested deeply beside a page', () => `{"x":${deep(70)},${page('').slice(1)}`],
    ['a truncated page', () => page(item).slice(0, -5)],
    ['bytes that are not text', () => new Uint8Array([0xff, 0xfe, 0xfd, 0])],
    ['nothing', () => ''],
  ])('rejects the call with BAD_RESPONSE, without a retry, when it contains %s', async (_name, bodyOf) => {
    const { error, requests } = await failureFor(() => new Response(bodyOf()));
    expect(error).toMatchObject({ code: 'BAD_RESPONSE', status: 200 });
    expect(requests).toBe(1);
  });

  it('rejects the call with BAD_RESPONSE, without a retry, when its stream does not contain bytes', async () => {
    const stream = () => new ReadableStream({ start: (controller) => controller.enqueue('{"id":') });
    const { error, requests } = await failureFor(() => new Response(stream()));
    expect(error).toMatchObject({ code: 'BAD_RESPONSE', status: 200 });
    expect(requests).toBe(1);
  });

  it('rejects the call with an error from its status when its error body is nested too deeply', async () => {
    const { error } = await failureFor(() => new Response(`{"issues":${deep(200_000)}}`, { status: 404 }));
    expect(error).toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });
});

it('an id that cannot be part of a URL is rejected before anything is sent', async () => {
  const { sessionApi, sent } = await apiOnEmulator();
  expect(await failureOf(sessionApi.getPage('page_\ud800'))).toMatchObject({ code: 'VALIDATION_FAILED' });
  expect(sent).toHaveLength(0);
});
