import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A generous limit for busy machines. A passing test never waits this long.
configure({ asyncUtilTimeout: 30_000 });

afterEach(cleanup);
