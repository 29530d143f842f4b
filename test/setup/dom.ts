import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, vi } from 'vitest';

// Generous, for machines that do other things too; no test waits for so long.
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

// A part that is left at once may still be loading a module, which must not arrive after the environment is gone.
afterAll(() => vi.dynamicImportSettled());
