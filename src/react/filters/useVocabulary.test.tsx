import { act, render, screen, within } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { DiscovrClient } from '../../client/browserClient.js';
import { usePageFilterFormContext } from '../../components/PageFilterForm/usePageFilterForm.js';
import { PageFilterForm } from '../../components/PageFilterForm/PageFilterForm.js';
import { emulatorVocabulary } from '../../emulator/emulatorVocabulary.js';
import { defaultVocabulary } from '../../filters/vocabulary/defaultVocabulary.js';
import type { FilterVocabulary } from '../../filters/vocabulary/vocabulary.js';
import { de } from '../../locales/de.js';
import { fr } from '../../locales/fr.js';
import { DiscovrProvider, type DiscovrProviderProps } from '../provider/DiscovrProvider.js';
import { useDiscovr } from '../provider/useDiscovr.js';

const client = new DiscovrClient('app');
const german = { locale: 'de', messages: de };
const filters = { genres: [35], region: ['DE'] };
const choices = (group: string) =>
  within(screen.getByRole('group', { name: group }))
    .getAllByRole('checkbox')
    .map((choice) => choice.closest('label')?.querySelector('bdi')?.textContent);

/** Renders a form in an app that makes the props of the provider in each render. Returns how to render the app again. */
function renderApp(props: () => Partial<DiscovrProviderProps>, form: ReactNode = <PageFilterForm filters={filters} />) {
  let update: () => void;
  function App() {
    const [count, setCount] = useState(0);
    update = () => setCount(count + 1);
    // With a client, these are complete props.
    return <DiscovrProvider {...({ client, ...props() } as DiscovrProviderProps)}>{form}</DiscovrProvider>;
  }
  render(<App />);
  return () => act(() => update());
}

const search: NonNullable<FilterVocabulary['searchKeywords']> = () => [];
const vocabularies: [string, () => FilterVocabulary][] = [
  ['emulatorVocabulary()', () => emulatorVocabulary()],
  ['defaultVocabulary()', () => defaultVocabulary()],
  ['a vocabulary that adds a keyword search', () => ({ ...defaultVocabulary(), searchKeywords: search })],
];

test.each(vocabularies)('%s has the language of the provider', (_name, vocabulary) => {
  renderApp(() => ({ ...german, vocabulary: vocabulary() }));
  expect(choices('Genres')).toContain('Komödie');
  expect(choices('Genres')).not.toContain('Comedy');
  expect(choices('Regionen')).toContain('Deutschland');
});

test('a vocabulary of the form has the language of the provider', () => {
  renderApp(() => german, <PageFilterForm filters={filters} vocabulary={emulatorVocabulary()} />);
  expect(choices('Genres')).toContain('Komödie');
});

test('options of the vocabulary take precedence over the language of the provider', () => {
  renderApp(() => ({ ...german, vocabulary: emulatorVocabulary({ locale: 'fr', messages: fr }) }));
  expect(choices('Genres')).toContain('Comédie');
  expect(choices('Regionen')).toContain('Allemagne');
});

test('a list that the app replaces is shown as it is', () => {
  const genres = () => [{ id: '35', label: 'Funny' }];
  renderApp(() => ({ ...german, vocabulary: { ...defaultVocabulary(), genres } }));
  expect(choices('Genres')).toEqual(['Funny']);
  expect(choices('Regionen')).toContain('Deutschland');
});

test('the names follow when the language of the provider changes', () => {
  let props: Partial<DiscovrProviderProps> = {};
  const renderAgain = renderApp(() => ({ ...props, vocabulary: emulatorVocabulary() }));
  expect(choices('Genres')).toContain('Comedy');
  props = german;
  renderAgain();
  expect(choices('Genres')).toContain('Komödie');
});

test.each([
  ...vocabularies,
  ['a vocabulary with options', () => emulatorVocabulary({ locale: 'de', messages: de })] as const,
])('%s made in each render does not render the form again', (_name, vocabulary) => {
  const onRender = vi.fn();
  function Part() {
    const { vocabulary: current } = usePageFilterFormContext();
    onRender(current, useDiscovr().vocabulary);
    return null;
  }
  const props = () => ({ vocabulary: vocabulary(), messages: { form: { apply: 'Go' } } });
  const renderAgain = renderApp(
    props,
    <PageFilterForm>
      <Part />
    </PageFilterForm>,
  );
  onRender.mockClear();
  renderAgain();
  expect(onRender).not.toHaveBeenCalled();
});
