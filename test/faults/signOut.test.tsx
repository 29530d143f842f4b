import { act } from '@testing-library/react';
import { expect, onTestFinished, vi } from 'vitest';
import { watch, type Watched } from '../support/promises.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';

const { row, end } = faultTable('sign-out');

let call: Watched<unknown>;
const signOut = ({ client }: Scene) => act(async () => void (call = watch(client.signOut())));
const withSteadyWaits = async (scene: Scene) => {
  const chance = vi.spyOn(Math, 'random').mockReturnValue(0.5);
  onTestFinished(() => chance.mockRestore());
  await signOut(scene);
};

row('no network', {
  does: 'Forgets the person at once; the revocation is tried again after 5 seconds and up to 5 minutes.',
  when: async (scene) => {
    scene.control.setOffline(true);
    await withSteadyWaits(scene);
  },
  seconds: 60,
  proof: ({ control }) => {
    expect(call.value).toEqual({ revoked: false });
    expect(control.requests.at(-1)?.status).toBeUndefined();
  },
});

row('no network, which then comes back', {
  does: 'Revokes as soon as the browser says so (`online`).',
  when: async (scene) => {
    scene.control.setOffline(true);
    await signOut(scene);
    await scene.pass(1);
    scene.control.setOffline(false);
    window.dispatchEvent(new Event('online'));
  },
  proof: ({ control }) => expect(control.requests.at(-1)).toMatchObject({ status: 200 }),
});

row('503 once', {
  does: 'Forgets the person at once, and revokes later.',
  when: async (scene) => {
    scene.control.failNext({ kind: 'status', status: 503 });
    await signOut(scene);
  },
  proof: ({ control }) => expect(control.requests.at(-1)).toMatchObject({ status: 200 }),
});

row('the token is refused', {
  does: 'It is as good as revoked.',
  when: async (scene) => {
    scene.control.revoke();
    await signOut(scene);
  },
  proof: () => expect(call.value).toEqual({ revoked: true }),
});

row('403', {
  does: 'Forgets the person all the same; `signOut()` rejects, and it is not tried again.',
  when: async (scene) => {
    scene.control.failNext({ kind: 'status', status: 403 });
    await signOut(scene);
  },
  seconds: 600,
  proof: () => expect(call.error).toMatchObject({ status: 403 }),
});

row('the app is closed before the network is back', {
  does: 'Nothing is tried any more.',
  when: async (scene) => {
    scene.control.setOffline(true);
    await signOut(scene);
    await scene.pass(1);
    scene.client.dispose();
  },
  seconds: 600,
});

end();
