import { shortHash } from '../shortHash.js';

/**
 * Returns the namespace of one app at one API. It names the app's database, channel and locks, so two apps or
 * environments on one origin get two namespaces. It is short, equal in every tab and release, and does not contain the
 * client id.
 */
export function namespaceOf(basePath: string, clientId: string): string {
  return `discovr-${shortHash(JSON.stringify([basePath, clientId]))}`;
}
