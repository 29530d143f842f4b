import { expect, test, vi } from 'vitest';
import * as z from 'zod';
import { createEmulator } from '../../src/emulator/index.js';
import { recordHar } from '../../src/har/index.js';

/** An object with the fields of the specification, and others that start with an underscore. */
const object = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z
    .object({ ...shape, comment: z.string().optional() })
    .catchall(z.unknown())
    .refine((value) => Object.keys(value).every((key) => key in shape || key === 'comment' || key.startsWith('_')), {
      error: 'has a field that the specification does not have',
    });

const bytes = z.int().min(-1);
/** Milliseconds. -1 if it does not apply. */
const optionalTime = z.union([z.literal(-1), z.number().min(0)]).optional();
const time = z.number().min(0);
const date = z.iso.datetime({ offset: true });
const pairs = z.array(object({ name: z.string(), value: z.string() }));
const cookies = z.array(
  object({
    name: z.string(),
    value: z.string(),
    path: z.string().optional(),
    domain: z.string().optional(),
    expires: date.optional(),
    httpOnly: z.boolean().optional(),
    secure: z.boolean().optional(),
  }),
);
const message = { httpVersion: z.string(), cookies, headers: pairs, headersSize: bytes, bodySize: bytes };
/** Either the parameters of a form, or text. */
const postData = z.union([
  object({ mimeType: z.string(), text: z.string() }),
  object({ mimeType: z.string(), params: z.array(object({ name: z.string(), value: z.string().optional() })) }),
]);

/** HAR 1.2, as its specification describes it. */
const harSchema = z.strictObject({
  log: object({
    version: z.literal('1.2'),
    creator: object({ name: z.string(), version: z.string() }),
    entries: z.array(
      object({
        startedDateTime: date,
        time,
        request: object({
          method: z.string().regex(/^[A-Z]+$/),
          url: z.url().refine((url) => !url.includes('#'), { error: 'has a fragment' }),
          queryString: pairs,
          postData: postData.optional(),
          ...message,
        }),
        response: object({
          status: z.int().min(0).max(599),
          statusText: z.string(),
          content: object({
            size: z.int().min(0),
            compression: z.int().optional(),
            mimeType: z.string().min(1),
            text: z.string().optional(),
            encoding: z.string().optional(),
          }),
          redirectURL: z.string(),
          ...message,
        }),
        cache: z.strictObject({}),
        timings: object({
          blocked: optionalTime,
          dns: optionalTime,
          connect: optionalTime,
          send: time,
          wait: time,
          receive: time,
          ssl: optionalTime,
        }),
      }).refine(({ time: all, timings: { send, wait, receive } }) => all === send + wait + receive, {
        error: 'takes another time than its parts',
      }),
    ),
  }),
});

const api = 'https://api.discovr.media';

/** Records answers of all kinds, each after some time. */
async function recordedAnswers() {
  const emulator = createEmulator();
  const { refreshToken } = emulator.issueCredential();
  const controller = new AbortController();
  const answers: (() => Response | Promise<Response>)[] = [
    () => new Response(null, { status: 204 }),
    () => new Response('<p>', { headers: { 'content-type': 'text/html', 'set-cookie': 'a=b; Path=/' } }),
    () => new Response(null, { status: 302, headers: { location: '/elsewhere' } }),
    () => new Response('x'.repeat(6 * 1024 * 1024)),
    () => Response.error(),
    () => Promise.reject(new TypeError('fetch failed')),
    () => Promise.reject(controller.signal.reason as Error),
    () => new Response(new ReadableStream()),
    () => new Promise(() => undefined),
  ];
  const recording = recordHar({
    async fetch(input, init) {
      vi.setSystemTime(Date.now() + 5);
      return (await answers.shift()?.()) ?? emulator.fetch(input, init);
    },
  });
  controller.abort();
  const bodies = ['{"name":"x"}', 'a=b', new URLSearchParams({ a: 'b' })];
  for (let count = 0; count < 9; count++) {
    const sent = recording.fetch(`${api}/profiles?q=%C3%96&limit=5#part`, {
      method: count % 2 ? 'POST' : 'get',
      ...(count % 2 && { body: bodies[count % 3]! }),
    });
    if (answers.length > 0) await sent.catch(() => undefined);
    // The clock of the device is set back.
    vi.setSystemTime(Date.now() - 60_000);
  }
  return { recording, refreshToken };
}

test('a recording has the format HAR 1.2, whatever is recorded', async () => {
  vi.useFakeTimers();
  try {
    const { recording } = await recordedAnswers();
    const written = recording.har();
    await vi.advanceTimersByTimeAsync(6000);
    const har: unknown = JSON.parse(JSON.stringify(await written));
    expect(harSchema.safeParse(har).error?.issues ?? []).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});
