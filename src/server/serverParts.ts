import { createSealer, type Sealer } from './cookies/sealer.js';
import type { ServerSettings } from './serverSettings.js';
import { createPendingSignIns, type PendingSignIns } from './session/pendingSignIns.js';
import { createSessions, type Sessions } from './session/sessions.js';
import { createSharedCache } from './session/sharedCache.js';
import { createSignIns, type SignIns } from './session/signIns.js';
import { createUpstream, type Upstream } from './upstream/upstream.js';

/** What the routes of a server share. */
export interface ServerParts {
  readonly settings: ServerSettings;
  readonly sealer: Sealer;
  readonly signIns: SignIns;
  readonly pendingSignIns: PendingSignIns;
  readonly sessions: Sessions;
  readonly upstream: Upstream;
}

/** Connects the parts of a server. */
export function serverParts(settings: ServerSettings): ServerParts {
  const sealer = createSealer(settings);
  const cache = createSharedCache(settings, sealer);
  const signIns = createSignIns(settings, sealer, cache);
  const upstream = createUpstream(settings);
  const pendingSignIns = createPendingSignIns(settings, sealer);
  const sessions = createSessions({ settings, sealer, cache, signIns, upstream });
  return { settings, sealer, signIns, pendingSignIns, sessions, upstream };
}
