import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PageFilterForm } from '../../src/components/PageFilterForm/PageFilterForm.js';
import { emulatorVocabulary } from '../../src/emulator/emulatorVocabulary.js';
import type { FilterVocabulary } from '../../src/filters/vocabulary/vocabulary.js';
import { ar } from '../../src/locales/ar.js';
import { createTestDiscovr } from '../../src/testing/createTestDiscovr.js';
import { hydrate } from '../support/hydrate.js';
import { idle } from '../support/promises.js';
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

test('a vocabulary that loads its lists hydrates without errors, however long the server has known them', async () => {
  const loading = () => ({
    ...emulatorVocabulary(),
    genres: async () => [{ id: '35', label: 'Laughs' }],
    regions: () => [{ id: 'DE', label: 'Germany' }],
  });
  const formWith = (vocabulary: FilterVocabulary) => {
    const { Wrapper } = createTestDiscovr({ provider: { vocabulary } });
    return (
      <Wrapper>
        <PageFilterForm defaultFilters={{ genres: [35] }} />
      </Wrapper>
    );
  };
  const ofServer = loading();
  renderToString(formWith(ofServer));
  await idle();
  const { faults, container, unmount } = await hydrate(renderToString(formWith(ofServer)), formWith(loading()));
  expect(faults).toEqual([]);
  expect(container.textContent).toContain('Laughs');
  await unmount();
});
