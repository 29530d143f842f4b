import { vi } from 'vitest';
import { PATIENCE_MS } from '../support/patience.js';

const { waitFor, waitUntil } = vi;

const patiently = (options: number | { timeout?: number; interval?: number } = {}) => ({
  timeout: PATIENCE_MS,
  ...(typeof options === 'number' ? { timeout: options } : options),
});

// Vitest has no setting for the limit of these two, which is one second.
vi.waitFor = (check, options) => waitFor(check, patiently(options));
vi.waitUntil = (check, options) => waitUntil(check, patiently(options));
