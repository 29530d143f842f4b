import { afterEach, describe, expect, test, vi } from 'vitest';
import { DiscovrGate, SignedIn, SignedOut, WithProfile } from '../../src/index.js';
import { serveAndHydrate } from '../support/serveAndHydrate.js';

afterEach(() => vi.unstubAllGlobals());

describe.each(['signedOut', 'signedIn', 'active'] as const)('with a session that is %s', (session) => {
  test('gates render their fallbacks on a server and in the first browser render, then the right content', async () => {
    const { served, firstShown, hydrated, faults } = await serveAndHydrate(
      <>
        <SignedOut fallback="out? ">out. </SignedOut>
        <SignedIn fallback="in? ">in. </SignedIn>
        <WithProfile fallback="profile? ">profile. </WithProfile>
      </>,
      { session },
    );
    const words = (html: string) => html.replaceAll(/<!--.*?-->/g, '').trim();
    expect([words(served), words(firstShown)]).toEqual(['out? in? profile?', 'out? in? profile?']);
    expect(words(hydrated)).toBe({ signedOut: 'out.', signedIn: 'in.', active: 'in. profile.' }[session]);
    expect(faults).toEqual([]);
  });

  test('DiscovrGate renders only its fallback on a server, then the right step', async () => {
    const { served, hydrated, faults } = await serveAndHydrate(
      <DiscovrGate fallback={<p>one moment</p>} signIn={<p>sign in</p>} profilePicker={<p>choose</p>}>
        <p>browse</p>
      </DiscovrGate>,
      { session },
    );
    expect(served).toBe('<p>one moment</p>');
    expect(hydrated).toContain({ signedOut: 'sign in', signedIn: 'choose', active: 'browse' }[session]);
    expect(faults).toEqual([]);
  });
});
