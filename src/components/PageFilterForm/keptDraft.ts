import type { DiscovrClientLike } from '../../client/clientLike.js';
import { filterSpecSchema } from '../../filters/filterSpec.js';
import { formValuesFromFilters, payloadFromFormValues, type PageFilterFormValues } from '../../filters/formValues.js';

/** Keeps a draft in this tab while the user signs in or chooses a profile, which can leave the form or the page. */
export function keepDraft(client: DiscovrClientLike, values: PageFilterFormValues): void {
  withStorage((storage) => storage.setItem(keyOf(client), JSON.stringify(payloadFromFormValues(values))));
}

/** Returns the draft that was kept, or `undefined` when there is none. */
export function readKeptDraft(client: DiscovrClientLike): PageFilterFormValues | undefined {
  return withStorage((storage) => {
    const { pageFilters = {}, name = '' } = JSON.parse(storage.getItem(keyOf(client)) ?? '') as Record<string, unknown>;
    return formValuesFromFilters(filterSpecSchema.parse(pageFilters), String(name));
  });
}

/** Forgets the draft that was kept. */
export function forgetKeptDraft(client: DiscovrClientLike): void {
  withStorage((storage) => storage.removeItem(keyOf(client)));
}

/** Returns the key of the draft in `sessionStorage`: one for each app of the origin. */
function keyOf({ clientId }: DiscovrClientLike): string {
  return `discovr-draft-${clientId}`;
}

/** Acts on the storage. Returns `undefined` when the browser denies it, and when other code wrote what it contains. */
function withStorage<T>(act: (storage: Storage) => T): T | undefined {
  try {
    return act(window.sessionStorage);
  } catch {
    return undefined;
  }
}
