import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { collectGarbage } from '../../test/support/collectGarbage.js';
import { urlOf } from '../../test/support/urlOf.js';
import { memoryCredentialStore } from '../session/credential.js';
import { DiscovrClient } from './browserClient.js';

const CODES = 250;
const IMAGE_BYTES = 160_000;

/** Returns a client whose server issues codes that stay pending. */
function waitingClient() {
  let codes = 0;
  return new DiscovrClient('device', {
    credentialStore: memoryCredentialStore(),
    fetch: async (input) => {
      if (urlOf(input).includes('/poll')) return Response.json({ status: 'pending' });
      codes += 1;
      const authQRCode = `data:image/png;base64,${String(codes).padStart(IMAGE_BYTES, 'A')}`;
      return Response.json({ deviceCode: `code_${codes}`, userCode: '1234', authQRCode, expiresIn: 30_000 });
    },
  });
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] }));
afterEach(() => void vi.useRealTimers());

test.each([
  ['expires', () => vi.advanceTimersByTimeAsync(30_000)],
  ['is canceled', async (cancel: () => void) => cancel()],
])('a sign-in screen leaks no memory when it requests many codes and each %s', async (_name, end) => {
  const client = waitingClient();
  const screen = new AbortController();
  const showCodes = async (count: number) => {
    const refs: WeakRef<object>[] = [];
    for (let code = 0; code < count; code += 1) {
      const signIn = await client.signInWithDeviceCode({ signal: screen.signal });
      await end(() => signIn.cancel());
      expect(signIn.state.status).not.toBe('waiting');
      refs.push(new WeakRef(signIn));
    }
    return refs;
  };
  await showCodes(20);
  const before = await collectGarbage();
  const refs = await showCodes(CODES);
  const grown = (await collectGarbage()) - before;
  expect(refs.filter((ref) => ref.deref() !== undefined).length).toBeLessThanOrEqual(1);
  expect(grown).toBeLessThan((CODES * IMAGE_BYTES) / 10);
  expect(vi.getTimerCount()).toBe(0);
});
