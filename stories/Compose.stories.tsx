import { QueryClient, QueryClientProvider, useIsMutating } from '@tanstack/react-query';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, waitFor } from 'storybook/test';
import { createEmulator } from '../src/emulator/createEmulator.js';
import {
  DiscovrClient,
  DiscovrProvider,
  memoryCredentialStore,
  PageFilterForm,
  PageFilterFormGenres,
  PageFilterFormRoot,
  useCreatePage,
  useErrorText,
  usePageFilterForm,
  useSession,
} from '../src/index.js';
import { CreatedPage } from './support/CreatedPage.js';
import { MinimalSdk } from '../test/support/MinimalSdk.js';

/** Apps can use the hooks with custom markup, a custom vocabulary, their query client or another client. */
const meta = { title: 'Compose' } satisfies Meta;

export default meta;

type Story = StoryObj<typeof meta>;

/** `useCreatePage` creates a page from a single button, without the form. */
export const OneButton: Story = {
  tags: ['engines'],
  render: function OneButton() {
    const createPage = useCreatePage();
    const errorText = useErrorText();
    return (
      <main className="sheet">
        <button
          type="button"
          disabled={createPage.isPending}
          onClick={() => createPage.mutate({ pageFilters: { genres: [35] }, name: 'Comedies' })}
        >
          Surprise me with comedies
        </button>
        {createPage.error && <p role="alert">{errorText(createPage.error)}</p>}
        {createPage.data && <CreatedPage pageId={createPage.data.id} />}
      </main>
    );
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Surprise me with comedies' }));
    await expect(await canvas.findByRole('heading', { name: 'Comedies' })).toBeVisible();
  },
};

/** `usePageFilterForm` drives custom markup next to a ready-made part of the form. */
export const HeadlessHook: Story = {
  render: function HeadlessHook() {
    const form = usePageFilterForm({ defaultFilters: { media_type: 'movie' } });
    return (
      <main className="sheet">
        <PageFilterFormRoot controller={form}>
          <h2>{form.summary}</h2>
          <p>
            <label>
              Longest film, in minutes: <input type="number" {...form.form.register('runtimeMax')} />
            </label>
          </p>
          <PageFilterFormGenres />
          <p>
            {form.activeFilters.map((filter) => (
              <button key={`${filter.kind} ${filter.id}`} type="button" onClick={() => form.removeFilter(filter)}>
                Remove {filter.label}
              </button>
            ))}
          </p>
          <button type="submit">Show me</button>
          {form.page && <CreatedPage pageId={form.page.id} />}
        </PageFilterFormRoot>
      </main>
    );
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText(/Longest film/), '100');
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Comedy' }));
    await expect(canvas.getByRole('heading', { name: 'Comedy movies, up to 100 minutes long' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Show me' }));
    await expect(await canvas.findByRole('heading', { name: 'Your page' })).toBeVisible();
  },
};

const customVocabulary = {
  genres: () => [
    { id: '35', label: 'Something to laugh about' },
    { id: '27', label: 'Something to fear' },
    { id: '10402', label: 'Something to sing along to' },
  ],
  regions: () => Promise.resolve([{ id: 'NZ', label: 'Aotearoa' }]),
  providers: () => Promise.resolve([{ id: '8', label: 'The big red one', color: '#b20710' }]),
};

/** With a custom vocabulary, the app supplies the options. Lists that load asynchronously appear after they load. */
export const CustomVocabulary: Story = {
  render: () => (
    <main className="sheet">
      <PageFilterForm vocabulary={customVocabulary} />
    </main>
  ),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Something to laugh about' }));
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'The big red one' }));
    await expect(canvas.getByRole('heading', { name: /on The big red one$/ })).toBeVisible();
  },
};

/** The provider uses the TanStack query client of the app, so the app can observe the mutations of the library. */
export const AppQueryClient: Story = {
  parameters: { withoutProvider: true },
  render: function AppQueryClient() {
    const [{ client, queryClient }] = useState(() => {
      const emulator = createEmulator({ seed: 'stories', latencyMs: 200 });
      const credential = emulator.issueCredential({ profileId: emulator.control.profiles()[0]!.id });
      return {
        client: new DiscovrClient('story', {
          fetch: emulator.fetch,
          credentialStore: memoryCredentialStore(credential),
        }),
        // The settings of the library take precedence over these defaults.
        queryClient: new QueryClient({ defaultOptions: { mutations: { retry: 5 }, queries: { staleTime: 0 } } }),
      };
    });
    return (
      <QueryClientProvider client={queryClient}>
        <DiscovrProvider client={client}>
          <main className="sheet">
            <Activity />
            <PageFilterForm />
          </main>
        </DiscovrProvider>
      </QueryClientProvider>
    );
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Apply filters' }));
    await expect(await canvas.findByText('Working: 1')).toBeVisible();
    await waitFor(() => expect(canvas.getByText('Working: 0')).toBeVisible());
  },
};

function Activity() {
  return <p>Working: {useIsMutating()}</p>;
}

/** Any object with the methods of the official SDK can be the client. */
export const SdkShapedClient: Story = {
  parameters: { withoutProvider: true },
  render: function SdkShapedClient() {
    const [sdk] = useState(() => new MinimalSdk(createEmulator({ seed: 'stories' })));
    return (
      <DiscovrProvider client={sdk}>
        <main className="sheet">
          <SessionLine />
          <PageFilterForm />
        </main>
      </DiscovrProvider>
    );
  },
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByText('Session: active')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Apply filters' }));
    await waitFor(() => expect(canvas.getByText('Page created.')).toBeInTheDocument());
  },
};

function SessionLine() {
  return <p>Session: {useSession().status}</p>;
}
