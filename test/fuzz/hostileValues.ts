import fc from 'fast-check';
import { anyCharacter } from '../arbitraries.js';
import { prototypeNames } from './prototypeNames.js';

/** Token that a hostile server plants in its texts. No part of it may appear in an error. */
export const PLANTED = 'rt_planted.token~of+another/user=';
const PLANTED_SESSION = 'eyJwbGFudGVk.cGF5bG9hZC1vZi1zb21lYm9keQ.c2lnbmF0dXJl';

/** Texts that break code that trusts its input. */
export const hostileText = fc.oneof(
  fc.string({ unit: anyCharacter }),
  fc.constantFrom(...prototypeNames),
  fc.constantFrom(
    '',
    ' ',
    'W'.repeat(5_000),
    PLANTED,
    PLANTED_SESSION,
    `${'x'.repeat(480)} ${PLANTED} ${PLANTED_SESSION}`,
    'eyJ'.repeat(2_000),
    'rt_'.repeat(2_000),
    '\ud83c',
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    '</script><img src=x onerror=alert(1)>',
    '2026-13-45',
  ),
);

/** Numbers at and beyond the limits of timers, dates and integers. */
export const hostileNumber = fc.constantFrom(0, -0, -1, 0.5, 1e15, 1e308, -1e308, 2 ** 31, 2 ** 53, 1_900_000_000);

/** Any JSON value of hostile texts and numbers. */
export const { json: hostileJson } = fc.letrec<{ json: unknown; list: unknown[]; record: object }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    hostileText,
    hostileNumber,
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('record'),
  ),
  list: fc.oneof(
    fc.array(tie('json'), { maxLength: 4 }),
    // Long lists are flat, because nested ones would exceed the maximum length of a string.
    fc.oneof(fc.string(), fc.constant(null)).map((one) => Array.from({ length: 100 }, () => one)),
  ),
  record: fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(...prototypeNames)), tie('json'), { maxKeys: 4 }),
}));
