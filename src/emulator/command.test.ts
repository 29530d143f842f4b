import { describe, expect, it } from 'vitest';
import { commandOptions } from './serve/commandOptions.js';
import { settingsToPaste, startFailure, usage } from './serve/commandText.js';

const credential = { refreshToken: 'rt_00', publicId: 'abc', expiresAt: 1, profileId: 'profile_1' };
const served = { url: 'http://localhost:4010', credential, hasRandomToken: false };

describe('the discovr-emulator command', () => {
  it('reads port, latency and host, and listens on port 4010 by default', () => {
    expect(commandOptions([])).toEqual({
      ...{ port: 4010, latencyMs: 0, allowedHosts: [], allowedOrigins: [], hasControl: false },
    });
    expect(commandOptions(['--port', '8080', '--latency=250', '--host', '0.0.0.0'])).toMatchObject({
      port: 8080,
      latencyMs: 250,
      host: '0.0.0.0',
    });
    expect(commandOptions(['--port', '80', '--help'])).toBe('help');
  });

  it('accepts several hosts and origins, and normalizes them to the form that requests use', () => {
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

  it('accepts a seed and a refresh token', () => {
    expect(commandOptions(['--seed', 'demo', '--refresh-token', 'rt_a.b~c+d/e=f-1'])).toMatchObject({
      seed: 'demo',
      refreshToken: 'rt_a.b~c+d/e=f-1',
    });
  });

  it('can be controlled over HTTP only on an address that other devices cannot reach', () => {
    for (const host of [[], ['--host', 'localhost'], ['--host', '::1']]) {
      expect(commandOptions(['--control', ...host])).toMatchObject({ hasControl: true });
    }
    expect(() => commandOptions(['--control', '--host', '0.0.0.0'])).toThrow(
      '--control needs a --host that only this computer can reach, such as 127.0.0.1.',
    );
  });

  it.each([
    [['--port', 'http'], '--port must be a whole number from 0 to 65535, not "http".'],
    [['--port', '70000'], '--port must be a whole number from 0 to 65535, not "70000".'],
    [['--port', ''], '--port must be a whole number from 0 to 65535, not "".'],
    [['--host', ''], '--host must be a host name or IP address without a port, not "".'],
    [['--host=localhost:80'], /--host must/],
    [['--seed', ''], '--seed must not be empty.'],
    [['--latency', '-5'], /--latency/],
    [['--latency='], /--latency must/],
    [['--prot', '1'], /--prot/],
    [
      ['--allow-host', 'tv.local:80'],
      '--allow-host must be a host name or IP address without a port, not "tv.local:80".',
    ],
    [['--allow-host', 'http://tv.local'], /--allow-host must/],
    [['--allow-host', ''], /--allow-host must/],
    [
      ['--allow-origin', 'app.example'],
      '--allow-origin must be an origin such as https://app.example, not "app.example".',
    ],
    [['--allow-origin', 'https://app.example/path'], /--allow-origin must/],
    [['--allow-origin', '*'], /--allow-origin must/],
    [['--allow-origin='], /--allow-origin must/],
    [['--refresh-token='], /--refresh-token must/],
  ])('rejects %j with an explanation', (args, message) => {
    expect(() => commandOptions(args)).toThrow(message);
  });

  it('does not repeat an invalid refresh token in the error', () => {
    expect(() => commandOptions(['--refresh-token', 'secret'])).toThrow(
      /^--refresh-token must be "rt_" followed by(?!.*secret)/,
    );
  });

  it('says in the help and above the settings that it is for development only', () => {
    expect(usage).toContain('For development only');
    expect(settingsToPaste(served)).toContain('for development only');
  });

  it('explains every option in the help', () => {
    for (const option of [
      'port',
      'host',
      'allow-host',
      'allow-origin',
      'latency',
      'control',
      'seed',
      'refresh-token',
      'help',
    ]) {
      expect(usage).toMatch(new RegExp(`^  --${option} .*\\S`, 'm'));
    }
  });

  it('prints settings to paste into an app', () => {
    expect(settingsToPaste(served)).toMatchInlineSnapshot(`
      "Discovr emulator on http://localhost:4010, for development only

        const client = new DiscovrClient('emulator', {
          basePath: 'http://localhost:4010',
          credentialStore: memoryCredentialStore({
            refreshToken: 'rt_00',
            profileId: 'profile_1',
          }),
        });

      The same settings work after a restart.
      Press Ctrl-C to stop the emulator.
      "
    `);
    const withoutProfile = { refreshToken: 'rt_00', publicId: 'abc', expiresAt: 1 };
    expect(settingsToPaste({ ...served, credential: withoutProfile })).not.toContain('profileId');
  });

  it('prints the URLs for other devices', () => {
    expect(settingsToPaste(served, ['tv-dev.local', '[fd00::20]'])).toContain(
      'URLs for other devices: http://tv-dev.local:4010 and http://[fd00::20]:4010.',
    );
  });

  it('says when the refresh token is another one after a restart', () => {
    const text = settingsToPaste({ ...served, hasRandomToken: true });
    expect(text).toContain('The refresh token changes with each start. To keep it, use --refresh-token.');
    expect(text).not.toContain('The same settings work');
  });

  it('explains why it cannot start', () => {
    expect(startFailure(Object.assign(new Error('x'), { code: 'EACCES' }), 80)).toMatch(
      /^Port 80 requires elevated privileges/,
    );
    expect(startFailure(new Error('no network'), 80)).toBe('The emulator could not start: no network');
  });
});
