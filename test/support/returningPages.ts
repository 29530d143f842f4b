import { urlOf } from './urlOf.js';

/**
 * Puts a server in front of another that gives out a few page ids in turn, so a page that is created again can get an id it
 * had before. An id stands for the page that got it last.
 */
export function returningPages(fetch: typeof globalThis.fetch, ids: readonly string[]): typeof globalThis.fetch {
  const realOf = new Map<string, string>();
  let given = 0;
  return async (input, init) => {
    let address = urlOf(input);
    for (const [id, real] of realOf) address = address.replace(new RegExp(`/${id}(?=/|\\?|$)`), `/${real}`);
    const response = await fetch(address, init);
    const text = await response.text();
    const isCreated = init?.method === 'POST' && address.endsWith('/pages') && response.ok;
    const real = isCreated ? (JSON.parse(text) as { id: string }).id : undefined;
    if (real !== undefined && ![...realOf.values()].includes(real)) {
      realOf.set(ids[given % ids.length]!, real);
      given += 1;
    }
    let told = text;
    for (const [id, former] of realOf) told = told.replaceAll(`"${former}"`, `"${id}"`);
    return new Response(told, { status: response.status, headers: response.headers });
  };
}
