import '@testing-library/jest-dom/vitest';
import { cleanup, configure, getConfig } from '@testing-library/react';
import { afterEach } from 'vitest';
import { PATIENCE_MS } from '../support/patience.js';

const { getElementError: errorWithDocument } = getConfig();

/**
 * Returns the error of a query. A query that waits fails many times before it succeeds, and the message contains the
 * whole document, so it is written only when something reads it, as it does when a test fails.
 */
function getElementError(...args: Parameters<typeof errorWithDocument>): Error {
  const error = Object.assign(new Error(), { name: 'TestingLibraryElementError' });
  // The test is shown at the query that failed, not here.
  Error.captureStackTrace(error, getElementError);
  return Object.defineProperty(error, 'message', { configurable: true, get: () => errorWithDocument(...args).message });
}

configure({ asyncUtilTimeout: PATIENCE_MS, getElementError });

afterEach(cleanup);
