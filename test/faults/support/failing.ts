import type { EmulatorFault } from '../../../src/emulator/faults/faults.js';
import type { EmulatorRoute } from '../../../src/emulator/route.js';
import type { Scene } from './scene.js';

/** A 401 without a readable body. */
export const UNREADABLE_401: EmulatorFault = { kind: 'body', body: 'no', status: 401 };

/** A 401 with an error code. */
export const refused = (code: string): EmulatorFault => ({ kind: 'status', status: 401, code });

/** Disconnects the network, then runs an action of the user. */
export const offline = (action: (scene: Scene) => unknown) => async (scene: Scene) => {
  scene.control.setOffline(true);
  await action(scene);
};

/** Makes the next calls of a route fail, then runs an action of the user. */
export const failing =
  (route: EmulatorRoute, fault: EmulatorFault, action: (scene: Scene) => unknown, times = 1) =>
  async (scene: Scene) => {
    scene.control.failNext(fault, { route, times });
    await action(scene);
  };
