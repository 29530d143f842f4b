import type { Emulator } from '../../src/emulator/createEmulator.js';

/** Returns a function that deletes a profile on the server, as another device would. */
export const deleterOf =
  (emulator: Emulator) =>
  (profileId: string): Promise<Response> =>
    emulator.fetch(`https://api.discovr.media/profiles/${profileId}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${emulator.issueCredential().refreshToken}` },
    });
