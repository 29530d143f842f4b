import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, vi } from 'vitest';

// A generous limit for busy machines. A passing test never waits this long.
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

// A component that unmounts immediately may still load a module, which must arrive before the environment is torn down.
afterAll(() => vi.dynamicImportSettled());
