import { urlOf } from './urlOf.js';

/**
 * Wraps the `fetch` of a server so that created pages get a few ids in rotation: a page that is created again can get
 * an id that was used before. An id refers to the page that got it last.
 */
export function returningPages(fetch: typeof globalThis.fetch, ids: readonly string[]): typeof globalThis.fetch {
  const realOf = new Map<string, string>();
  let given = 0;
  return async (input, init) => {
    let url = urlOf(input);
    for (const [id, real] of realOf) url = url.replace(new RegExp(`/${id}(?=/|\\?|$)`), `/${real}`);
    const response = await fetch(url, init);
    const text = await response.text();
    const isCreated = init?.method === 'POST' && url.endsWith('/pages') && response.ok;
    const real = isCreated ? (JSON.parse(text) as { id: string }).id : undefined;
    if (real !== undefined && ![...realOf.values()].includes(real)) {
      realOf.set(ids[given % ids.length]!, real);
      given += 1;
    }
    let body = text;
    for (const [id, realId] of realOf) body = body.replaceAll(`"${realId}"`, `"${id}"`);
    return new Response(body, { status: response.status, headers: response.headers });
  };
}
