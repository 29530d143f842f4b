import { readFileSync } from 'node:fs';

const guide = new URL('../../docs/styling.md', import.meta.url);

/** Returns the Content Security Policy that the guide recommends, with another value of `connect-src`. */
export function recommendedPolicy(connections: string): string {
  const [, section = ''] = readFileSync(guide, 'utf8').split('## Content security policy\n');
  const [, policy] = /```\n(.+?)\n```/s.exec(section) ?? [];
  const parts = policy?.replaceAll(/\s+/g, ' ').split("connect-src 'self' https://api.discovr.media;") ?? [];
  if (parts.length !== 2) throw new Error('docs/styling.md contains no Content Security Policy with connect-src.');
  return parts.join(`connect-src ${connections};`);
}
