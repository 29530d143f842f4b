import type { Messages } from '../../src/messages/messages.js';

const modules = import.meta.glob<Readonly<Record<string, Messages>>>(
  ['../../src/locales/*.ts', '!../../src/locales/*.test.ts'],
  { eager: true },
);

/** Every locale pack by its locale. Each module exports one. */
export const localePacks: Readonly<Record<string, Messages>> = Object.fromEntries(
  Object.entries(modules).flatMap(([path, module]) =>
    Object.values(module).map((pack) => [/([^/]+)\.ts$/.exec(path)![1]!, pack]),
  ),
);
