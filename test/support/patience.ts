import { configure, getConfig } from '@testing-library/react';
import { afterAll, beforeAll } from 'vitest';

/** Lets the tests of a file wait longer than a second for what they look for, since whole pages come and go in them. */
export function waitPatiently(): void {
  const { asyncUtilTimeout } = getConfig();
  beforeAll(() => configure({ asyncUtilTimeout: 12_000 }));
  afterAll(() => configure({ asyncUtilTimeout }));
}
