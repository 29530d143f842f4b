// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { commandOptions } from './serve/commandOptions.js';
import { settingsToPaste, startFailure, usage } from './serve/commandText.js';

const credential = { refreshToken: 'rt_00', publicId: 'abc', expiresAt: 1, profileId: 'profile_1' };

describe('the command', () => {
  it('listens on port 4010 unless told otherwise', () => {
    expect(commandOptions([])).toEqual({ port: 4010, latencyMs: 0, allowedHosts: [], allowedOrigins: [] });
    expect(commandOptions(['--port', '8080', '--latency=250', '--host', '0.0.0.0'])).toMatchObject({
      port: 8080,
      latencyMs: 250,
      host: '0.0.0.0',
    });
    expect(commandOptions(['--port', '80', '--help'])).toBe('help');
  });

  it('takes any number of hosts and origins, written as requests name them', () => {
    const hosts = ['--allow-host', 'TV-dev.local', '--allow-host=192.168.1.20', '--allow-host', 'fd00::20'];
    const origins = ['--allow-origin', 'https://App.example:443/', '--allow-origin', 'null'];
    expect(commandOptions([...hosts, ...origins])).toMatchObject({
      allowedHosts: ['tv-dev.local', '192.168.1.20', '[fd00::20]'],
      allowedOrigins: ['https://app.example', 'null'],
    });
    expect(commandOptions(['--allow-origin', 'Capacitor://localhost', '--allow-origin', 'file:///'])).toMatchObject({
      allowedOrigins: ['capacitor://localhost', 'file://'],
    });
  });

  it('takes a seed and a refresh token', () => {
    expect(commandOptions(['--seed', 'demo', '--refresh-token', 'rt_a.b~c+d/e=f-1'])).toMatchObject({
      seed: 'demo',
      refreshToken: 'rt_a.b~c+d/e=f-1',
    });
  });

  it.each([
    [['--port', 'http'], '--port takes a whole number from 0 to 65535, not "http".'],
    [['--port', '70000'], '--port takes a whole number from 0 to 65535, not "70000".'],
    [['--latency', '-5'], /--latency/],
    [['--prot', '1'], /--prot/],
    [['--allow-host', 'tv.local:80'], '--allow-host takes a host name or address without a port, not "tv.local:80".'],
    [['--allow-host', 'http://tv.local'], /--allow-host takes/],
    [['--allow-host', ''], /--allow-host takes/],
    [
      ['--allow-origin', 'app.example'],
      '--allow-origin takes an origin such as https://app.example, not "app.example".',
    ],
    [['--allow-origin', 'https://app.example/path'], /--allow-origin takes/],
    [['--allow-origin', '*'], /--allow-origin takes/],
  ])('says what is wrong with %j', (args, message) => {
    expect(() => commandOptions(args)).toThrow(message);
  });

  it('says what a refresh token looks like without repeating the one it was given', () => {
    expect(() => commandOptions(['--refresh-token', 'secret'])).toThrow(
      /^--refresh-token takes "rt_" followed by(?!.*secret)/,
    );
  });

  it('says in its help and above the settings that it is for development only', () => {
    expect(usage).toContain('For development only');
    expect(settingsToPaste('http://localhost:4010', credential)).toContain('for development only');
  });

  it('explains every option in its help', () => {
    for (const option of ['port', 'host', 'allow-host', 'allow-origin', 'latency', 'seed', 'refresh-token', 'help']) {
      expect(usage).toMatch(new RegExp(`^  --${option} .*\\S`, 'm'));
    }
  });

  it('prints settings that can be pasted', () => {
    expect(settingsToPaste('http://localhost:4010', credential)).toMatchInlineSnapshot(`
      "Discovr emulator on http://localhost:4010, for development only

        const client = new DiscovrClient('emulator', {
          basePath: 'http://localhost:4010',
          credentialStore: memoryCredentialStore({
            refreshToken: 'rt_00',
            profileId: 'profile_1',
          }),
        });

      The same settings work after a restart.
      Ctrl-C ends it.
      "
    `);
    const withoutProfile = { refreshToken: 'rt_00', publicId: 'abc', expiresAt: 1 };
    expect(settingsToPaste('http://localhost:4010', withoutProfile)).not.toContain('profileId');
  });

  it('prints the addresses by which other devices reach it', () => {
    expect(settingsToPaste('http://localhost:4010', credential, ['tv-dev.local', '[fd00::20]'])).toContain(
      'Other devices reach it at http://tv-dev.local:4010 and http://[fd00::20]:4010.',
    );
  });

  it('says why it cannot start', () => {
    expect(startFailure(Object.assign(new Error('x'), { code: 'EACCES' }), 80)).toMatch(
      /^Port 80 needs special rights/,
    );
    expect(startFailure(new Error('no network'), 80)).toBe('The emulator could not start: no network');
  });
});
