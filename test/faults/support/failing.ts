import type { EmulatorFault } from '../../../src/emulator/faults/faults.js';
import type { EmulatorRoute } from '../../../src/emulator/route.js';
import type { Scene } from './scene.js';

/** An answer that reads as 401 and nothing more. */
export const UNREADABLE_401: EmulatorFault = { kind: 'body', body: 'no', status: 401 };

/** An answer of 401 with a code. */
export const refused = (code: string): EmulatorFault => ({ kind: 'status', status: 401, code });

/** The connection is lost, then the person does something. */
export const offline = (action: (scene: Scene) => unknown) => async (scene: Scene) => {
  scene.control.setOffline(true);
  await action(scene);
};

/** A route fails, so many times, when the person does something. */
export const failing =
  (route: EmulatorRoute, fault: EmulatorFault, action: (scene: Scene) => unknown, times = 1) =>
  async (scene: Scene) => {
    scene.control.failNext(fault, { route, times });
    await action(scene);
  };
