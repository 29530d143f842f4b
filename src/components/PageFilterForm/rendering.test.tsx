import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler } from 'react';
import { expect, test } from 'vitest';
import { defaultVocabulary } from '../../filters/vocabulary/defaultVocabulary.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { PageFilterForm } from './PageFilterForm.js';
import { PageFilterFormRoot } from './PageFilterFormRoot.js';
import { usePageFilterForm } from './usePageFilterForm.js';

const { MediaType, Genres, Runtime, ReleaseDate, Regions, WatchProviders, PageName, Summary } = PageFilterForm;
const parts = { MediaType, Genres, Runtime, ReleaseDate, Regions, WatchProviders, PageName, Summary };

/** Returns a vocabulary that records which genre options render. An option reads its label when it renders. */
function countingVocabulary() {
  const drawn: string[] = [];
  const genres = Array.from({ length: 20 }, (_, index) => ({
    id: String(index),
    get label() {
      // Other code reads labels too. Only reads by `OptionItem` count.
      if (new Error('reader of the label').stack?.includes('OptionItem')) drawn.push(String(index));
      return `Genre ${index}`;
    },
  }));
  return { drawn, vocabulary: { ...defaultVocabulary(), genres: () => genres } };
}

function profiled(rendered: string[]) {
  return Object.entries(parts).map(([name, Part]) => (
    <Profiler key={name} id={name} onRender={(id) => rendered.push(id)}>
      <Part />
    </Profiler>
  ));
}

test('choosing a genre renders only its option, the genre field and the summary', async () => {
  const user = userEvent.setup();
  const rendered: string[] = [];
  const { drawn, vocabulary } = countingVocabulary();
  renderWithDiscovr(<PageFilterForm vocabulary={vocabulary}>{profiled(rendered)}</PageFilterForm>);
  const genre = within(screen.getByRole('group', { name: 'Genres' })).getByRole('checkbox', { name: 'Genre 7' });
  rendered.length = 0;
  drawn.length = 0;
  await user.click(genre);
  expect([...new Set(rendered)].sort()).toEqual(['Genres', 'Summary']);
  expect([...new Set(drawn)]).toEqual(['7']);
});

test('choosing a genre inside PageFilterFormRoot renders only the genre field and the summary', async () => {
  const user = userEvent.setup();
  const rendered: string[] = [];
  function Headless() {
    const form = usePageFilterForm();
    return <PageFilterFormRoot controller={form}>{children}</PageFilterFormRoot>;
  }
  const children = profiled(rendered);
  renderWithDiscovr(<Headless />);
  rendered.length = 0;
  await user.click(screen.getByRole('checkbox', { name: 'Comedy' }));
  expect([...new Set(rendered)].sort()).toEqual(['Genres', 'Summary']);
});
