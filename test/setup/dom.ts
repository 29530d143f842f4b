import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Generous, for busy machines; no test normally waits this long.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);
