import { QueryClient } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import { everythingLoggable } from '../../../test/support/secrets.js';
import { DeviceSignIn } from '../../components/DeviceSignIn/DeviceSignIn.js';
import { DiscovrPage } from '../../components/DiscovrPage/DiscovrPage.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { DiscovrProvider } from '../provider/DiscovrProvider.js';
import { useCreatePage, usePage } from '../pages/usePage.js';
import { useUpdateList } from '../titles/useTitleChanges.js';
import { useSignIn } from '../session/useSignIn.js';
import { DiscovrError } from '../../shared/errors.js';
import { failuresOf, type OnDiscovrError } from './failures.js';

/** A failure that the transport does not retry. */
const refused = { kind: 'status', status: 403 } as const;

function start({ provider, ...options }: TestDiscovrOptions = {}) {
  const onError = vi.fn<OnDiscovrError>();
  const discovr = createTestDiscovr({ ...options, provider: { ...provider, onError } });
  const operations = () => onError.mock.calls.map(([, { operation }]) => operation);
  return { ...discovr, onError, operations };
}

function CreateButton() {
  const { mutate, error } = useCreatePage();
  return (
    <button type="button" onClick={() => mutate({ pageFilters: { genres: [35] } })}>
      {error ? 'failed' : 'create'}
    </button>
  );
}

function Name({ pageId }: { pageId: string }) {
  return <p>{usePage(pageId).error ? 'failed' : 'loading'}</p>;
}

describe('onError of the provider', () => {
  test('receives the error of a mutation, with its operation', async () => {
    const { Wrapper, control, onError } = start();
    control.failNext(refused, { times: Infinity, route: 'POST /pages' });
    render(<CreateButton />, { wrapper: Wrapper });
    fireEvent.click(screen.getByRole('button'));
    await screen.findByText('failed');
    await waitFor(() => expect(onError).toHaveBeenCalledOnce());
    const [error, details] = onError.mock.calls[0]!;
    expect(error).toMatchObject({ name: 'DiscovrError', code: 'FORBIDDEN', status: 403 });
    expect(details).toEqual({ operation: 'createPage' });
  });

  test('receives a failure once, although two components show it and effects run twice', async () => {
    const { Wrapper, control, operations } = start();
    control.failNext(refused, { times: Infinity, route: 'GET /pages/:id' });
    render(
      <StrictMode>
        <Wrapper>
          <Name pageId="page_1" />
          <Name pageId="page_1" />
        </Wrapper>
      </StrictMode>,
    );
    expect(await screen.findAllByText('failed')).toHaveLength(2);
    await waitFor(() => expect(operations()).toEqual(['page']));
  });

  test('receives each failed request of a page', async () => {
    const { Wrapper, control, client, operations } = start();
    const { id } = await client.createPage();
    control.failNext(refused, { times: Infinity });
    render(<DiscovrPage pageId={id} />, { wrapper: Wrapper });
    await waitFor(() => expect(operations().sort()).toEqual(['page', 'rows']));
  });

  test('receives the failure of a hook for titles under the name of the hook', async () => {
    const { Wrapper, control, operations } = start();
    control.failNext(refused, { times: Infinity });
    function Like() {
      const { mutate } = useUpdateList('liked');
      return (
        <button type="button" onClick={() => mutate({ mediaId: 'MV_1', on: true })}>
          Like
        </button>
      );
    }
    render(<Like />, { wrapper: Wrapper });
    fireEvent.click(screen.getByRole('button'));
    await waitFor(() => expect(operations()).toEqual(['updateList']));
  });

  test('receives a sign-in that failed, but not one that the user canceled', async () => {
    const { Wrapper, browser, onError, operations } = start({ session: 'signedOut' });
    function SignIn() {
      const { status, signInWithPopup } = useSignIn();
      return (
        <button type="button" onClick={signInWithPopup}>
          {status}
        </button>
      );
    }
    render(<SignIn />, { wrapper: Wrapper });
    fireEvent.click(screen.getByRole('button'));
    await screen.findByText('waiting');
    await act(() => browser.decline());
    await screen.findByText('cancelled');
    expect(onError).not.toHaveBeenCalled();
    browser.isBlocking = true;
    fireEvent.click(screen.getByRole('button'));
    await screen.findByText('blocked');
    expect(operations()).toEqual(['signIn']);
  });

  test('receives a sign-in by code that failed', async () => {
    const { Wrapper, control, operations } = start({ session: 'signedOut' });
    control.failNext(refused, { times: Infinity });
    render(<DeviceSignIn />, { wrapper: Wrapper });
    await screen.findByRole('button', { name: 'Get a new code' });
    await waitFor(() => expect(operations()).toEqual(['deviceSignIn']));
  });

  test('receives a failure that came before the app listened, and nothing after it stopped', async () => {
    const { client, control, queryClient } = createTestDiscovr();
    control.failNext(refused, { times: Infinity, route: 'POST /pages' });
    const onError = vi.fn<OnDiscovrError>();
    const app = (listener?: OnDiscovrError) => (
      <DiscovrProvider client={client} queryClient={queryClient} onError={listener}>
        <CreateButton />
      </DiscovrProvider>
    );
    const { rerender } = render(app());
    fireEvent.click(screen.getByRole('button'));
    await screen.findByText('failed');
    rerender(app(onError));
    await waitFor(() => expect(onError).toHaveBeenCalledOnce());
    rerender(app());
    fireEvent.click(screen.getByRole('button'));
    await untilQuiet({ control, queryClient });
    expect(control.count('POST /pages')).toBe(2);
    expect(onError).toHaveBeenCalledOnce();
  });

  test('receives a failed sign-in of the page that the user returned to, before the code of reports has loaded', async () => {
    const { Wrapper, operations, client } = start({ session: 'signedOut' });
    failuresOf(client).notify({ error: new DiscovrError('AUTH_FAILED', 'Failed.'), operation: 'signIn' });
    render(<p />, { wrapper: Wrapper });
    await waitFor(() => expect(operations()).toEqual(['signIn']));
  });

  test('can throw without changing the error that the app receives', async () => {
    const thrown: unknown[] = [];
    const queue = globalThis.queueMicrotask;
    vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((run) =>
      queue(() => {
        try {
          run();
        } catch (error) {
          thrown.push(error);
        }
      }),
    );
    const { Wrapper, control, onError } = start();
    onError.mockImplementation(() => {
      throw new Error('Monitoring failed.');
    });
    control.failNext(refused, { times: Infinity, route: 'POST /pages' });
    const failed = vi.fn<(error: unknown) => void>();
    function Create() {
      const { mutateAsync } = useCreatePage();
      return (
        <button type="button" onClick={() => void mutateAsync({}).catch(failed)}>
          create
        </button>
      );
    }
    render(<Create />, { wrapper: Wrapper });
    // The code of the reports has loaded.
    await act(() => import('./observeFailures.js'));
    fireEvent.click(screen.getByRole('button'));
    await waitFor(() => expect(failed).toHaveBeenCalledOnce());
    expect(failed.mock.calls[0]![0]).toMatchObject({ code: 'FORBIDDEN' });
    expect(thrown).toMatchObject([{ message: 'Monitoring failed.' }]);
    vi.restoreAllMocks();
  });

  test('receives no query of the app, no aborted call and no token', async () => {
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const { Wrapper, control, onError } = start({ provider: { queryClient } });
    await queryClient
      .fetchQuery({ queryKey: ['own'], queryFn: () => Promise.reject(new Error('Own.')) })
      .catch(() => 0);
    const { unmount } = render(<Name pageId="page_1" />, { wrapper: Wrapper });
    await queryClient.cancelQueries();
    unmount();
    expect(onError).not.toHaveBeenCalled();
    control.failNext(refused, { times: Infinity, route: 'POST /pages' });
    render(<CreateButton />, { wrapper: Wrapper });
    fireEvent.click(screen.getByRole('button'));
    await waitFor(() => expect(onError).toHaveBeenCalled());
    for (const [error] of onError.mock.calls) expect(everythingLoggable(error)).not.toMatch(/Bearer|rt_|eyJ/);
  });
});
