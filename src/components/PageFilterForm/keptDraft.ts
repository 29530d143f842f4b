import type { DiscovrClientLike } from '../../client/clientLike.js';
import { formValuesFromFilters, payloadFromFormValues, type PageFilterFormValues } from '../../filters/formValues.js';
import { pageFilterFormSchema } from '../../filters/pageFilterFormSchema.js';

/** Keeps a draft in this tab while the user signs in or chooses a profile, which can leave the form or the page. */
export function keepDraft(client: DiscovrClientLike, values: PageFilterFormValues): void {
  // A value that the schema of the form rejects is left out.
  const { pageFilters, name } = payloadFromFormValues(values);
  withStorage((storage) => storage.setItem(keyOf(client), JSON.stringify(formValuesFromFilters(pageFilters, name))));
}

/**
 * Returns the draft that was kept, or `undefined` when there is none.
 *
 * @param isDone whether nothing is missing any more, so that the draft is kept no longer.
 */
export function takeKeptDraft(client: DiscovrClientLike, isDone: boolean): PageFilterFormValues | undefined {
  return withStorage((storage) => {
    const text = storage.getItem(keyOf(client));
    if (isDone) storage.removeItem(keyOf(client));
    const { pageFilters, name } = pageFilterFormSchema.parse(JSON.parse(text ?? ''));
    return formValuesFromFilters(pageFilters, name);
  });
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
