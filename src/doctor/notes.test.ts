import { describe, expect, it } from 'vitest';
import { recordHar } from '../har/recordHar.js';
import { notesOf } from './judge.js';

const api = 'https://api.discovr.media';

async function noted(response: Response, path: string, init: RequestInit) {
  const recording = recordHar({ fetch: () => Promise.resolve(response) });
  await recording.fetch(api + path, init);
  return notesOf(await recording.har());
}

const preflight: RequestInit = {
  method: 'OPTIONS',
  headers: {
    origin: 'https://app.example',
    'access-control-request-method': 'DELETE',
    'access-control-request-headers': 'authorization,content-type',
  },
};

const allowed = (headers: Record<string, string>) =>
  new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, DELETE',
      'access-control-allow-headers': 'Authorization, Content-Type',
      ...headers,
    },
  });

describe('the notes of the doctor', () => {
  it.each([
    [-90, 'The clock of this device is 90 s ahead of that of the API.'],
    [3600, 'The clock of this device is 3600 s behind that of the API.'],
    [10, undefined],
  ])('mention a clock that differs by %i s', async (seconds, note) => {
    const date = new Date(Math.ceil(Date.now() / 1000) * 1000 + seconds * 1000).toUTCString();
    const notes = await noted(new Response('{}', { headers: { date } }), '/pages', { method: 'POST' });
    expect(notes.map((text) => text.replace(/\d+/, (digits) => String(Math.round(Number(digits) / 10) * 10)))).toEqual(
      note === undefined ? [] : [note],
    );
  });

  it.each<[Record<string, string>, string | undefined]>([
    [{}, undefined],
    [{ 'access-control-allow-origin': 'https://app.example', 'access-control-allow-methods': '*' }, undefined],
    [
      { 'access-control-allow-origin': 'https://other.example' },
      'Access-Control-Allow-Origin does not allow the origin',
    ],
    [{ 'access-control-allow-methods': 'GET' }, 'Access-Control-Allow-Methods lacks DELETE'],
    [{ 'access-control-allow-headers': '*' }, 'Access-Control-Allow-Headers lacks authorization'],
  ])('mention what CORS does not allow: %j', async (headers, reason) => {
    expect(await noted(allowed(headers), '/profiles', preflight)).toEqual(
      reason === undefined ? [] : [`Browsers at https://app.example cannot send DELETE /profiles: ${reason}.`],
    );
  });
});
