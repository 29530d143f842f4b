import { afterEach, describe, expect, it, vi } from 'vitest';
import { serverSettings, type DiscovrServerOptions } from './serverSettings.js';

const good: DiscovrServerOptions = { clientId: 'app', origin: 'https://app.example', secret: 's'.repeat(32) };
const settings = (options: Partial<DiscovrServerOptions>) => () => serverSettings({ ...good, ...options });

afterEach(() => vi.unstubAllEnvs());

describe('serverSettings', () => {
  it.each<[string, Partial<DiscovrServerOptions>]>([
    ['31 bytes', { secret: 'q'.repeat(31) }],
    ['no secret', { secret: [] }],
    ['a short second secret', { secret: ['q'.repeat(32), 'q'] }],
    ['bytes that are too short', { secret: new Uint8Array(31) }],
  ])('refuses %s as secret, without quoting it', (_what, options) => {
    expect(settings(options)).toThrow(/32 bytes/);
    expect(settings(options)).not.toThrow(/qq/);
  });

  it('counts the bytes of a secret, not its characters', () => {
    expect(settings({ secret: 'é'.repeat(16) })).not.toThrow();
  });

  it.each([
    'http://app.example',
    'https://app.example/path',
    'app.example',
    'ftp://app.example',
    'https://user@app.example',
    'null',
  ])('refuses %s as origin', (origin) => {
    expect(settings({ origin })).toThrow(TypeError);
  });

  it.each([
    'https://app.example',
    'https://app.example/',
    'http://localhost:3000',
    'http://127.0.0.1',
    'http://[::1]:8080',
  ])('accepts %s as origin', (origin) => expect(settings({ origin })).not.toThrow());

  it('requires an origin in production', () => {
    vi.stubEnv('NODE_ENV', 'production');
    expect(() => serverSettings({ clientId: 'app', secret: good.secret })).toThrow(/origin is required/);
    expect(settings({})).not.toThrow();
  });

  it('serves only this computer without an origin', () => {
    const { originOf } = serverSettings({ clientId: 'app', secret: good.secret });
    expect(originOf(new Request('http://localhost:3000/api/discovr/sign-in'))).toBe('http://localhost:3000');
    expect(() => originOf(new Request('https://app.example/api/discovr/sign-in'))).toThrow(/origin is missing/);
  });

  it.each([{ basePath: 'http://api.example' }, { authorizeUrl: 'http://api.example/authorize' }])(
    'refuses an unencrypted API: %o',
    (options) => expect(settings(options)).toThrow(/https:/),
  );

  it.each(['api', '/', '//evil.example', '/a/../b?', '/a b'])('refuses %j as mountPath', (mountPath) => {
    expect(settings({ mountPath })).toThrow(/mountPath/);
  });

  it.each(['a b', 'a;b', '', 'a=b'])('refuses %j as the name of the cookies', (name) => {
    expect(settings({ cookie: { name } })).toThrow(/cookie.name/);
  });
});
