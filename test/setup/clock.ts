import { afterAll, afterEach, vi } from 'vitest';

afterEach(() => {
  vi.useRealTimers();
});

// A component or client that a test abandons may still be loading a module. Wait, so that the next file is unaffected.
afterAll(() => vi.dynamicImportSettled());
