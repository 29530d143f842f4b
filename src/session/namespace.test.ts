import fc from 'fast-check';
import { expect, it } from 'vitest';
import { namespaceOf } from './credential.js';

const API = 'https://api.discovr.media';

it('namespaceOf returns the same namespace in every tab and every release', () => {
  expect(namespaceOf(API, 'my-app')).toBe('discovr-4fhceg8pwm');
});

it('a namespace is short, made of lowercase letters, digits and a hyphen, and does not contain the client id', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 12 }), (basePath, clientId) => {
      const name = namespaceOf(basePath, clientId);
      expect(name).toMatch(/^discovr-[0-9a-z]{1,11}$/);
      expect(name).not.toContain(clientId);
    }),
  );
});

it('a namespace differs between apps and environments', () => {
  const paths = [API, `${API}/`, '/api', '', ...Array.from({ length: 40 }, (_, index) => `https://${index}.example`)];
  const ids = ['my-app', 'my-apq', 'My-app', 'app-my', ...Array.from({ length: 500 }, (_, index) => `app ${index}`)];
  const names = paths.flatMap((path) => ids.map((id) => namespaceOf(path, id)));
  expect(new Set(names).size).toBe(names.length);
  expect(namespaceOf('a', 'bc')).not.toBe(namespaceOf('ab', 'c'));
});
