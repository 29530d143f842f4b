import { afterAll, afterEach, vi } from 'vitest';

afterEach(() => {
  vi.useRealTimers();
});

// A component or client that is dropped early may still be loading a module, which must not arrive in the next file.
afterAll(() => vi.dynamicImportSettled());
