import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { deferred } from '../../../test/support/promises.js';
import { useSession } from '../../react/session/useSession.js';
import { memoryCredentialStore } from '../../session/credential.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { DeviceSignIn } from './DeviceSignIn.js';
import { codeGroups } from './Steps.js';

function SessionLine() {
  return <p>Session: {useSession().status}</p>;
}

const seconds = (count: number) => act(() => vi.advanceTimersByTimeAsync(count * 1000));
const shownCode = async () => (await screen.findByText(/^Code: /)).textContent.replace(/\D/g, '');

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

test('DeviceSignIn signs in when its code is approved on another device', async () => {
  const onSignedIn = vi.fn();
  const { control } = renderWithDiscovr(
    <>
      <SessionLine />
      <DeviceSignIn onSignedIn={onSignedIn} />
    </>,
    { session: 'signedOut' },
  );
  const code = await shownCode();
  expect(screen.getByRole('img', { name: /QR code/ })).toHaveAttribute(
    'src',
    expect.stringMatching(/^data:image\/png/),
  );
  control.approveDevice(code);
  await seconds(5);
  expect(await screen.findByRole('heading', { name: 'You’re signed in' })).toBeVisible();
  expect(screen.getAllByRole('heading')).toHaveLength(1);
  expect(screen.getByText('Session: signedIn')).toBeVisible();
  expect(onSignedIn).toHaveBeenCalledExactlyOnceWith({ kept: true });
});

test('DeviceSignIn shows three numbered steps', async () => {
  renderWithDiscovr(<DeviceSignIn address="example.com/tv" headingLevel={1} />, { session: 'signedOut' });
  await shownCode();
  const steps = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(steps).toEqual([
    expect.stringMatching(/open this address:.*example.com\/tv/),
    expect.stringMatching(/^Enter this code:Code: \d/),
    expect.stringMatching(/^Confirm there\.This screen continues by itself\./),
  ]);
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Sign in with a code');
});

test('DeviceSignIn copies the code when a phone opens the address, because its page covers the code', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue();
  vi.stubGlobal('navigator', Object.create(navigator, { clipboard: { value: { writeText } } }));
  onTestFinished(() => void vi.unstubAllGlobals());
  renderWithDiscovr(<DeviceSignIn address="example.com/tv" />, { session: 'signedOut' });
  const code = await shownCode();
  fireEvent.click(screen.getByRole('link', { name: 'example.com/tv' }));
  expect(writeText).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('link', { name: 'Open example.com/tv' }));
  expect(await screen.findByRole('button', { name: 'Code copied' })).toBeVisible();
  expect(writeText.mock.calls).toEqual([[code]]);
});

test('DeviceSignIn warns when the device cannot save the sign-in', async () => {
  const onSignedIn = vi.fn();
  const credentialStore = { ...memoryCredentialStore(), set: () => Promise.reject(new Error('disk full')) };
  const discovr = createTestDiscovr({ session: 'signedOut', client: { credentialStore } });
  render(<DeviceSignIn onSignedIn={onSignedIn} />, { wrapper: discovr.Wrapper });
  discovr.control.approveDevice(await shownCode());
  await seconds(5);
  expect(await screen.findByText(/You’re signed in, but your sign-in couldn’t be saved/)).toBeVisible();
  expect(screen.getByRole('region')).toHaveAttribute('data-kept', 'false');
  expect(onSignedIn).toHaveBeenCalledExactlyOnceWith({ kept: false });
});

test('DeviceSignIn shows that its code was declined, and requests another code on click', async () => {
  const { control } = renderWithDiscovr(<DeviceSignIn />, { session: 'signedOut' });
  const code = await shownCode();
  control.denyDevice(code);
  await seconds(5);
  expect(await screen.findByText(/declined on the other device/)).toBeVisible();
  act(() => screen.getByRole('button', { name: 'Get a new code' }).click());
  expect(await shownCode()).not.toBe(code);
});

test('DeviceSignIn says that a code has expired in its heading, and offers a new code and a way back', async () => {
  const onCancel = vi.fn();
  const discovr = createTestDiscovr({ session: 'signedOut' });
  const ended = { kind: 'status', status: 401, code: 'TOKEN_EXPIRED' } as const;
  discovr.control.failNext(ended, { route: 'POST /auth/device-codes/:code/poll' });
  render(<DeviceSignIn onCancel={onCancel} />, { wrapper: discovr.Wrapper });
  await shownCode();
  await seconds(5);
  expect(await screen.findByRole('heading', { name: 'This code has expired' })).toBeVisible();
  expect(screen.getAllByRole('heading')).toHaveLength(1);
  expect(screen.getByRole('status')).toHaveTextContent('This code has expired');
  const buttons = screen.getAllByRole('button');
  expect(buttons.map(({ textContent }) => textContent)).toEqual(['Get a new code', 'Cancel']);
  act(() => buttons[1]!.click());
  expect(onCancel).toHaveBeenCalledOnce();
});

test('DeviceSignIn replaces a code that has expired', async () => {
  renderWithDiscovr(<DeviceSignIn />, { session: 'signedOut' });
  const code = await shownCode();
  await seconds(600);
  await waitFor(async () => expect(await shownCode()).not.toBe(code));
});

test('DeviceSignIn announces the time left each minute, not each second', async () => {
  renderWithDiscovr(<DeviceSignIn />, { session: 'signedOut' });
  await shownCode();
  expect(screen.getByText('10 minutes left')).toHaveRole('status');
  await seconds(30);
  expect(screen.getByText('10 minutes left')).toHaveRole('status');
  expect(screen.getByText(/expires in 9:[23]\d/)).toBeVisible();
  await seconds(45);
  expect(screen.getByText('9 minutes left')).toHaveRole('status');
});

test('DeviceSignIn shows the time left also when the device sets its clock', async () => {
  renderWithDiscovr(<DeviceSignIn />, { session: 'signedOut' });
  await shownCode();
  vi.setSystemTime(Date.now() + 3_600_000);
  await seconds(2);
  expect(screen.getByText('10 minutes left')).toHaveRole('status');
});

test('DeviceSignIn shows that it cannot connect, and retries on click', async () => {
  const discovr = createTestDiscovr({ session: 'signedOut' });
  discovr.control.setOffline(true);
  render(<DeviceSignIn />, { wrapper: discovr.Wrapper });
  expect(await screen.findByText('Can’t connect. Check your connection and try again.')).toBeVisible();
  discovr.control.setOffline(false);
  act(() => screen.getByRole('button', { name: 'Get a new code' }).click());
  expect(await shownCode()).toMatch(/^\d{4}$/);
});

test('DeviceSignIn sends no more requests once it is unmounted', async () => {
  const { control, unmount } = renderWithDiscovr(<DeviceSignIn />, { session: 'signedOut' });
  await shownCode();
  unmount();
  const requests = control.requests.length;
  await seconds(60);
  expect(control.requests).toHaveLength(requests);
});

test.each([
  ['example.com/tv', 'https://example.com/tv'],
  ['http://localhost:5173/tv', 'http://localhost:5173/tv'],
  ['example.com:8443/tv', 'https://example.com:8443/tv'],
])('DeviceSignIn links to the address %s', async (address, href) => {
  renderWithDiscovr(<DeviceSignIn address={address} />, { session: 'signedOut' });
  expect(await screen.findByRole('link', { name: address })).toHaveAttribute('href', href);
});

test.each(['javascript:alert(1)', 'data:text/html,1', 'on your computer'])(
  'DeviceSignIn shows the address %s as text, because it is not the URL of a web page',
  async (address) => {
    renderWithDiscovr(<DeviceSignIn address={address} />, { session: 'signedOut' });
    expect(await screen.findByText(address)).toBeVisible();
    expect(screen.queryByRole('link')).toBeNull();
  },
);

test('DeviceSignIn calls onCancel when the user clicks Cancel', async () => {
  const onCancel = vi.fn();
  renderWithDiscovr(<DeviceSignIn onCancel={onCancel} />, { session: 'signedOut' });
  await shownCode();
  act(() => screen.getByRole('button', { name: 'Cancel' }).click());
  expect(onCancel).toHaveBeenCalledOnce();
});

test('DeviceSignIn without onCancel stops waiting when the user clicks Cancel, and offers a new code', async () => {
  const { control } = renderWithDiscovr(<DeviceSignIn />, { session: 'signedOut' });
  const code = await shownCode();
  const cancel = screen.getByRole('button', { name: 'Cancel' });
  cancel.focus();
  act(() => cancel.click());
  expect(await screen.findByText('Sign-in was canceled')).toBeVisible();
  const another = screen.getByRole('button', { name: 'Get a new code' });
  expect(another).toHaveFocus();
  const requests = control.requests.length;
  await seconds(60);
  expect(control.requests).toHaveLength(requests);
  act(() => another.click());
  expect(await shownCode()).not.toBe(code);
});

test('DeviceSignIn shows that the user is signed in when Cancel comes after the approval', async () => {
  const written = deferred<void>();
  const credentialStore = { ...memoryCredentialStore(), set: vi.fn(() => written.promise) };
  const discovr = createTestDiscovr({ session: 'signedOut', client: { credentialStore } });
  render(<DeviceSignIn />, { wrapper: discovr.Wrapper });
  discovr.control.approveDevice(await shownCode());
  await seconds(5);
  await vi.waitFor(() => expect(credentialStore.set).toHaveBeenCalled());
  act(() => screen.getByRole('button', { name: 'Cancel' }).click());
  written.resolve();
  expect(await screen.findByRole('heading', { name: 'You’re signed in' })).toBeVisible();
});

test('codeGroups splits a code at its dashes, or into pairs if it has none', () => {
  expect(codeGroups('1234')).toEqual(['12', '34']);
  expect(codeGroups('B7K-29F')).toEqual(['B7K', '29F']);
});

test('DeviceSignIn shows no code that it has stopped waiting for', async () => {
  const { rerender, control } = renderWithDiscovr(<DeviceSignIn qrSize={300} />, { session: 'signedOut' });
  const code = (await screen.findByText(/^Code: /)).textContent;
  control.setLatency(60_000);
  rerender(<DeviceSignIn qrSize={600} />);
  expect(screen.queryByText(code)).toBeNull();
});
