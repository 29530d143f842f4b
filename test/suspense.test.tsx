import { QueryErrorResetBoundary, useSuspenseQuery } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Component, Suspense, type ReactNode } from 'react';
import { expect, test } from 'vitest';
import { catalogTitles } from '../src/emulator/catalog/catalog.js';
import { mediaIdOf } from '../src/emulator/titles/mediaItem.js';
import { mediaQueryOptions, useDiscovr, useErrorText, useMedia, WithProfile } from '../src/index.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../src/testing/createTestDiscovr.js';
import { expectConsole } from './setup/console.js';

// The components are the samples of docs/data.md; `recipes.test.ts` compares them.

export function TitlePage({ mediaId }: { mediaId: string }) {
  return (
    <WithProfile fallback={<p>Loading…</p>}>
      <QueryErrorResetBoundary>
        {({ reset }) => (
          <ErrorBoundary onRetry={reset}>
            <Suspense fallback={<p>Loading…</p>}>
              <Facts mediaId={mediaId} />
            </Suspense>
          </ErrorBoundary>
        )}
      </QueryErrorResetBoundary>
    </WithProfile>
  );
}

function Facts({ mediaId }: { mediaId: string }) {
  const { client, profileId } = useDiscovr();
  const { data: media } = useSuspenseQuery(mediaQueryOptions(client, mediaId, { profileId }));
  return <h1>{media.title}</h1>;
}

class ErrorBoundary extends Component<{ onRetry: () => void; children: ReactNode }, { error?: Error | undefined }> {
  static getDerivedStateFromError = (error: Error) => ({ error });
  override state: { error?: Error | undefined } = {};
  retry = () => {
    this.props.onRetry();
    this.setState({ error: undefined });
  };
  override render() {
    const { error } = this.state;
    return error ? <Failure error={error} onRetry={this.retry} /> : this.props.children;
  }
}

function Failure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const errorText = useErrorText();
  return (
    <div role="alert">
      <p>{errorText(error)}</p>
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}

function MediaTitle({ mediaId }: { mediaId: string }) {
  const { data: media } = useMedia(mediaId, { throwOnError: (_error, { state }) => state.data === undefined });
  return <h1>{media?.title ?? 'Loading…'}</h1>;
}

const title = catalogTitles()[0]!;
const mediaId = mediaIdOf(title);

function start(ui: ReactNode, options?: TestDiscovrOptions) {
  const discovr = createTestDiscovr(options);
  return { ...discovr, ui: () => render(ui, { wrapper: discovr.Wrapper }) };
}

test('the title page of the guide suspends until the title is loaded', async () => {
  const { ui, control } = start(<TitlePage mediaId={mediaId} />);
  ui();
  expect(screen.getByText('Loading…')).toBeVisible();
  expect(await screen.findByRole('heading', { name: title.title })).toBeVisible();
  expect(control.count('GET /media/:id')).toBe(1);
});

test('the title page of the guide requests nothing without a profile', async () => {
  const { ui, control, client } = start(<TitlePage mediaId={mediaId} />, { session: 'signedIn' });
  ui();
  await waitFor(() => expect(client.getSession().status).toBe('signedIn'));
  expect(screen.queryByText('Loading…')).not.toBeInTheDocument();
  expect(control.requests).toEqual([]);
});

test.each([
  ['the title page', <TitlePage key="page" mediaId={mediaId} />],
  [
    'a hook with `throwOnError`',
    <QueryErrorResetBoundary key="hook">
      {({ reset }) => (
        <ErrorBoundary onRetry={reset}>
          <MediaTitle mediaId={mediaId} />
        </ErrorBoundary>
      )}
    </QueryErrorResetBoundary>,
  ],
])('%s of the guide shows a failure in the error boundary, and tries again', async (_name, page) => {
  expectConsole(/DiscovrError|The above error/);
  const { ui, control } = start(page);
  control.failNext({ kind: 'status', status: 403 }, { route: 'GET /media/:id' });
  ui();
  expect(await screen.findByRole('alert')).toBeVisible();
  await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: title.title })).toBeVisible();
  expect(control.count('GET /media/:id')).toBe(2);
});
