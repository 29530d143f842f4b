import { afterEach, describe, expect, test, vi } from 'vitest';
import { emulatorVocabulary } from '../../src/emulator/emulatorVocabulary.js';
import { ar } from '../../src/locales/ar.js';
import { serveAndHydrate } from '../support/serveAndHydrate.js';
import { parts, type Part } from './parts.js';

const serve = ({ Part, surround }: Part, provider = {}) =>
  serveAndHydrate(surround(<Part id="own" />), { provider: { vocabulary: emulatorVocabulary(), ...provider } });

afterEach(() => vi.unstubAllGlobals());

describe.each(parts)('$name', (part) => {
  test('renders on a server, and hydrates without a word', async () => {
    const { served, faults } = await serve(part);
    expect(served).toContain('id="own"');
    expect(faults).toEqual([]);
  });

  test('writes no inline style on a server, which a content security policy may forbid', async () => {
    const { served } = await serve(part);
    expect(served).not.toMatch(/<[^>]* style=/);
  });
});

test('the whole form does so in Arabic too', async () => {
  const { served, faults } = await serve(
    parts.find(({ name }) => name === 'PageFilterForm')!,
    {
      locale: 'ar',
      messages: ar,
    },
  );
  expect(served).toContain(ar.form.apply);
  expect(faults).toEqual([]);
});

test('a server names only the chosen regions; the long list comes with the browser', async () => {
  const { served } = await serve(parts.find(({ name }) => name === 'PageFilterFormRegions')!);
  expect(served).toContain('Germany');
  expect(served).not.toContain('France');
});
