import type { DiscovrClientLike } from '../../client/clientLike.js';
import type { PageFilterFormValues } from '../../filters/formValues.js';
import { withStorage } from '../../platform/platform.js';

/** How long a draft is kept, in milliseconds. Longer than a sign-in takes, and short for the next user of the tab. */
const KEPT_MS = 30 * 60_000;

/** Keeps a draft in this tab while the user signs in or chooses a profile, which can leave the form or the page. */
export function keepDraft(client: DiscovrClientLike, values: PageFilterFormValues): void {
  const kept = { values, until: Date.now() + KEPT_MS };
  withStorage(client.platform, 'visit', (storage) => storage.setItem(keyOf(client), JSON.stringify(kept)));
}

/** Returns the draft that was kept, once; `undefined` when there is none. Any other code can have written it. */
export function takeKeptDraft(client: DiscovrClientLike): unknown {
  return withStorage(client.platform, 'visit', (storage) => {
    const kept = JSON.parse(storage.getItem(keyOf(client)) ?? 'null') as { values?: unknown; until?: unknown } | null;
    storage.removeItem(keyOf(client));
    const left = Number(kept?.until) - Date.now();
    return left > 0 && left <= KEPT_MS ? kept?.values : undefined;
  });
}

/** Returns the key of the draft in the storage of the visit: one for each app of the origin. */
function keyOf({ clientId }: DiscovrClientLike): string {
  return `discovr-draft-${clientId}`;
}
