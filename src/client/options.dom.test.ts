import { describe, expect, it } from 'vitest';
import { DiscovrClient } from './browserClient.js';
import { createSessionSource } from './sessionSource.js';

const insecure = [
  'http://api.example',
  'HTTP://api.example',
  'http:\\\\api.example',
  ' http://api.example',
  'http://192.168.1.20:4000',
  'http://localhost.example',
  'http://127.0.0.1.example',
  'http://evil.example/localhost',
  'http://localhost@evil.example',
  '//api.example',
  '/\\api.example',
];
const secure = [
  'https://api.example',
  'http://localhost:4000',
  'http://tv.localhost',
  'http://127.0.0.1',
  'http://127.1.2.3:80/api',
  'http://[::1]:4000',
  '/api/discovr',
  'api/discovr',
];

describe('the URL of an API', () => {
  // The origin of the app is http://localhost in these tests.
  it.each(insecure)('is rejected when tokens would travel to it unencrypted: %j', (basePath) => {
    const why = expect.objectContaining({ name: 'TypeError', message: expect.stringContaining('not encrypted') });
    expect(() => new DiscovrClient('app', { basePath })).toThrow(why);
    expect(() => new DiscovrClient('app', { webSignIn: { authorizeUrl: basePath } })).toThrow(why);
    expect(() => createSessionSource(basePath)).toThrow(why);
  });

  it.each(insecure)('is accepted when allowInsecureBasePath is set: %j', (basePath) => {
    const options = { basePath, allowInsecureBasePath: true, webSignIn: { authorizeUrl: basePath } };
    expect(() => new DiscovrClient('app', options)).not.toThrow();
    expect(() => createSessionSource(basePath, { allowInsecureBasePath: true })).not.toThrow();
  });

  it.each(secure)('is accepted when it is encrypted or local: %j', (basePath) => {
    expect(() => new DiscovrClient('app', { basePath, webSignIn: { authorizeUrl: basePath } })).not.toThrow();
    expect(() => createSessionSource(basePath)).not.toThrow();
  });
});
