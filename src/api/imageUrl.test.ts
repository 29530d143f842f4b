import { describe, expect, it } from 'vitest';
import { isSafeImageUrl } from '../shared/url.js';
import { optionalImageUrl } from './media.js';
import { profileSchema } from './profiles.js';

const safe = [
  'https://image.tmdb.org/t/p/original/a.jpg',
  'http://localhost:8080/a.png',
  'HTTPS://IMAGES.EXAMPLE/A.PNG',
  'data:image/svg+xml,<svg/>',
  'data:video/mp4;base64,AAAA',
  'blob:https://app.example/1',
];
const unsafe = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript://https://a.example/%0aalert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:application/javascript,alert(1)',
  'file:///etc/passwd',
  'ftp://a.example/a.png',
  '/a.jpg',
  '//a.example/a.jpg',
  '',
];

describe('an image URL', () => {
  it.each(safe)('is safe to show: %s', (url) => {
    expect(isSafeImageUrl(url)).toBe(true);
    expect(optionalImageUrl.parse(url)).toBe(url);
  });

  it.each(unsafe)('is unsafe and counts as missing: %j', (url) => {
    expect(isSafeImageUrl(url)).toBe(false);
    expect(optionalImageUrl.parse(url)).toBeNull();
  });

  it('is read as null when it is missing or not a string', () => {
    expect([undefined, null, 7, {}].map((value) => optionalImageUrl.parse(value))).toEqual([null, null, null, null]);
  });
});

describe('the avatar of a profile', () => {
  const profile = { id: 'profile_1', name: 'Kim', createdAt: '2026-01-01' };

  it.each(safe)('is kept when its URL is safe: %s', (avatarUrl) => {
    expect(profileSchema.parse({ ...profile, avatarUrl }).avatarUrl).toBe(avatarUrl);
  });

  it.each(unsafe)('is empty when its URL is unsafe: %j', (avatarUrl) => {
    expect(profileSchema.parse({ ...profile, avatarUrl })).toEqual({ ...profile, avatarUrl: '' });
  });
});
