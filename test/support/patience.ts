import { configure, getConfig } from '@testing-library/react';
import { afterAll, beforeAll } from 'vitest';

/** Makes queries of all tests of a file wait up to 12 seconds, because whole pages load in them. */
export function waitPatiently(): void {
  const { asyncUtilTimeout } = getConfig();
  beforeAll(() => configure({ asyncUtilTimeout: 12_000 }));
  afterAll(() => configure({ asyncUtilTimeout }));
}
