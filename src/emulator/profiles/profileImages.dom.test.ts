import { describe, expect, it } from 'vitest';
import { isSafeImageUrl } from '../../shared/url.js';
import { createEmulator } from '../createEmulator.js';
import { signedInEmulator } from '../emulatorCall.js';

async function defaultAvatars(): Promise<readonly string[]> {
  const { fetch } = createEmulator({ catalog: [] });
  const response = await fetch('https://api.discovr.media/profile-images');
  expect(response.status).toBe(200);
  return response.json();
}

describe('the default avatars', () => {
  it('are twelve images on twelve colors, listed without authentication', async () => {
    const urls = await defaultAvatars();
    expect(urls).toHaveLength(12);
    const backgrounds = urls.map((url) => /height="160" fill="(#\w{6})"/.exec(decodeURIComponent(url))?.[1]);
    expect([new Set(urls).size, new Set(backgrounds).size]).toEqual([12, 12]);
  });

  it('are valid SVG URLs that are safe in a stylesheet', async () => {
    for (const url of await defaultAvatars()) {
      expect(isSafeImageUrl(url)).toBe(true);
      expect(url).not.toMatch(/['"()\s]/);
      const svg = decodeURIComponent(url.slice(url.indexOf(',') + 1));
      const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
      expect(documentElement.tagName).toBe('svg');
      expect(svg).not.toMatch(/NaN|undefined/);
    }
  });

  it('can be used for a profile', async () => {
    const { call, refreshToken: token } = await signedInEmulator();
    const [avatarUrl] = await defaultAvatars();
    const { body } = await call('POST /profiles', { token, body: { name: 'Kim', avatarUrl } });
    expect((await call(`GET /profiles/${body['profileId']}`, { token })).body['avatarUrl']).toBe(avatarUrl);
  });
});
