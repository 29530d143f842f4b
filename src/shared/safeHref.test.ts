import { expect, test } from 'vitest';
import { safeHref } from './url.js';

test.each([
  'https://example.com/watch?id=1',
  'http://localhost/a',
  'HTTPS://EXAMPLE.COM',
  '/watch/8',
  '//example.com',
  '#play',
])('safeHref keeps %s', (url) => expect(safeHref(url)).toBe(url));

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://example.com/1',
  'netflix://title/1',
  'https://',
  '',
  undefined,
])('safeHref rejects %j', (url) => expect(safeHref(url)).toBeUndefined());
