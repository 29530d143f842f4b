import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterAll, afterEach, vi } from 'vitest';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

// A part that is left at once may still be loading a module, which must not arrive after the environment is gone.
afterAll(() => vi.dynamicImportSettled());
