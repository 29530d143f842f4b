import assert from 'node:assert/strict';
import { createEmulator } from 'discovr-react/emulator';

const emulator = createEmulator();
const { refreshToken } = emulator.issueCredential();
const headers = { authorization: `Bearer ${refreshToken}` };
const { profiles } = await (await emulator.fetch('/profiles', { headers })).json();
assert.deepEqual(profiles, emulator.control.profiles(), 'the emulator runs in the Node process of an app');
