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
  does: 'Retries the revocation after 5 seconds, then at growing intervals up to 5 minutes.',
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

row('no network for a second', {
  does: 'Revokes the token when the browser fires `online`.',
  when: async (scene) => {
    scene.control.setOffline(true);
    await signOut(scene);
    await scene.pass(1);
    scene.control.setOffline(false);
    scene.reportOnline();
  },
  proof: ({ control }) => expect(control.requests.at(-1)).toMatchObject({ status: 200 }),
});

row('503 once', {
  does: 'Revokes the token later.',
  when: async (scene) => {
    scene.control.failNext({ kind: 'status', status: 503 });
    await signOut(scene);
  },
  proof: ({ control }) => expect(control.requests.at(-1)).toMatchObject({ status: 200 }),
});

row('the refresh token is refused', {
  does: 'Treats the token as revoked.',
  when: async (scene) => {
    scene.control.revoke();
    await signOut(scene);
  },
  proof: () => expect(call.value).toEqual({ revoked: true }),
});

row('403', {
  does: '`signOut()` rejects without a retry.',
  when: async (scene) => {
    scene.control.failNext({ kind: 'status', status: 403 });
    await signOut(scene);
  },
  seconds: 600,
  proof: () => expect(call.error).toMatchObject({ status: 403 }),
});

row('the client is disposed before the network is back', {
  does: 'Stops retrying.',
  when: async (scene) => {
    scene.control.setOffline(true);
    await signOut(scene);
    await scene.pass(1);
    scene.client.dispose();
  },
  seconds: 600,
});

end();
