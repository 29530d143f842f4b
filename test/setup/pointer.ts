import { beforeAll } from 'vitest';
import { userEvent } from 'vitest/browser';

// The pointer stays where the tests of the previous file left it, for example over a button, which then looks different.
beforeAll(() => userEvent.hover(document.documentElement, { position: { x: 0, y: 0 } }));
