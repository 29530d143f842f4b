import { configure, getConfig } from '@testing-library/react';
import { afterAll, beforeAll } from 'vitest';

/** Makes Testing Library wait up to 12 seconds in all tests of a file, because loading whole pages takes long. */
export function waitPatiently(): void {
  const { asyncUtilTimeout } = getConfig();
  beforeAll(() => configure({ asyncUtilTimeout: 12_000 }));
  afterAll(() => configure({ asyncUtilTimeout }));
}
