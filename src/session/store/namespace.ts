import { shortHash } from '../shortHash.js';

/**
 * Names what belongs to one app at one API: its database, channel and locks. Two apps, or two environments, on one
 * origin get two names. Short, the same in every tab and release, and it does not spell out the client id.
 */
export function namespaceOf(basePath: string, clientId: string): string {
  return `discovr-${shortHash(JSON.stringify([basePath, clientId]))}`;
}
