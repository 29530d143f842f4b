// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { commandOptions } from './commandOptions.js';
import { settingsToPaste, startFailure } from './commandText.js';

describe('the command', () => {
  it('listens on port 4010 unless told otherwise', () => {
    expect(commandOptions([])).toEqual({ port: 4010, latencyMs: 0 });
    expect(commandOptions(['--port', '8080', '--latency=250', '--host', '0.0.0.0'])).toEqual({
      port: 8080,
      latencyMs: 250,
      host: '0.0.0.0',
    });
    expect(commandOptions(['--port', '80', '--help'])).toBe('help');
  });

  it.each([
    [['--port', 'http'], '--port takes a whole number from 0 to 65535, not "http".'],
    [['--port', '70000'], '--port takes a whole number from 0 to 65535, not "70000".'],
    [['--latency', '-5'], /--latency/],
    [['--prot', '1'], /--prot/],
  ])('says what is wrong with %j', (args, message) => {
    expect(() => commandOptions(args)).toThrow(message);
  });

  it('prints settings that can be pasted', () => {
    const credential = { refreshToken: 'rt_00', publicId: 'abc', expiresAt: 1, profileId: 'profile_1' };
    expect(settingsToPaste('http://localhost:4010', credential)).toMatchInlineSnapshot(`
      "Discovr emulator on http://localhost:4010

        const client = new DiscovrClient('emulator', {
          basePath: 'http://localhost:4010',
          credentialStore: memoryCredentialStore({
            refreshToken: 'rt_00',
            profileId: 'profile_1',
          }),
        });

      Ctrl-C ends it.
      "
    `);
    const withoutProfile = { refreshToken: 'rt_00', publicId: 'abc', expiresAt: 1 };
    expect(settingsToPaste('http://localhost:4010', withoutProfile)).not.toContain('profileId');
  });

  it('says why it cannot start', () => {
    expect(startFailure(Object.assign(new Error('x'), { code: 'EACCES' }), 80)).toMatch(
      /^Port 80 needs special rights/,
    );
    expect(startFailure(new Error('no network'), 80)).toBe('The emulator could not start: no network');
  });
});
