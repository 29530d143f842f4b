import { afterEach, describe, expect, test, vi } from 'vitest';
import { emulatorVocabulary } from '../../src/emulator/emulatorVocabulary.js';
import { ar } from '../../src/locales/ar.js';
import { serveAndHydrate } from '../support/serveAndHydrate.js';
import { parts, type Part } from './parts.js';

const serve = ({ Part, surround }: Part, provider = {}) =>
  serveAndHydrate(surround(<Part id="own" />), { provider: { vocabulary: emulatorVocabulary(), ...provider } });

afterEach(() => vi.unstubAllGlobals());

describe.each(parts)('$name', (part) => {
  test('renders on a server and hydrates without errors', async () => {
    const { served, faults } = await serve(part);
    expect(served).toContain('id="own"');
    expect(faults).toEqual([]);
  });

  test('renders no inline style on a server, because a content security policy may forbid it', async () => {
    const { served } = await serve(part);
    expect(served).not.toMatch(/<[^>]* style=/);
  });
});

test('the form renders on a server and hydrates without errors in Arabic', async () => {
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

test('a server renders only the chosen regions and leaves the full list to the browser', async () => {
  const { served } = await serve(parts.find(({ name }) => name === 'PageFilterFormRegions')!);
  expect(served).toContain('Germany');
  expect(served).not.toContain('France');
});
