import { describe, expect, it } from 'vitest';
import { genreIdsFor } from '../../filters/vocabulary/defaultVocabulary.js';
import { genreName } from './destinations.js';
import { rowWorld } from './rowWorld.js';

const genreNames = genreIdsFor(undefined).map(genreName);

/** Creates an emulator with functions that change the taste of a profile and read its recommendations. */
async function personalWorld() {
  const discovr = await rowWorld();
  const { call, token, rowsOf, pageOf, get, mint, allItemsOf } = discovr;
  return {
    ...discovr,
    send: (route: string, body: object) => call(route, { token, body }),
    /** Mints a new session, and returns the rows, the hero and the recommended titles of its default page. */
    async nextSnapshot() {
      const session = await mint();
      const pageId = await pageOf({}, session.token);
      const rows = await rowsOf(pageId, session.token);
      const { body } = await get(`/pages/${pageId}`, session.token);
      const hero = (body['hero'] as { id: string }[]).map(({ id }) => id);
      const itemsOf = async (title: string) => {
        const row = rows.find((candidate) => candidate.title === title);
        return row ? (await allItemsOf(pageId, row.id)).map(({ id }) => id) : [];
      };
      return { rows: rows.map(({ title }) => title), hero, itemsOf, recommended: await itemsOf('Recommended for you') };
    },
  };
}

describe('personalization', () => {
  it('does not change the snapshot of the current session', async () => {
    const { send, pageOf, rowsOf, allItemsOf, get } = await personalWorld();
    const pageId = await pageOf();
    const show = async () => {
      const rows = await rowsOf(pageId);
      return [(await get(`/pages/${pageId}`)).body, rows, await allItemsOf(pageId, rows[0]!.id)];
    };
    const before = await show();
    const [item] = before[2] as { id: string }[];
    await send('POST /profile/disliked', { mediaId: item!.id });
    expect(await show()).toEqual(before);
  });

  it('removes disliked titles from all rows of the next session, until the dislike is removed', async () => {
    const { send, nextSnapshot, call, token } = await personalWorld();
    const { hero, recommended } = await nextSnapshot();
    const disliked = [...new Set([...hero, ...recommended.slice(0, 10)])];
    for (const mediaId of disliked) await send('POST /profile/disliked', { mediaId });
    const next = await nextSnapshot();
    for (const title of next.rows) {
      expect((await next.itemsOf(title)).filter((id) => disliked.includes(id))).toEqual([]);
    }
    expect(next.hero.filter((id) => disliked.includes(id))).toEqual([]);
    for (const mediaId of disliked) await call(`DELETE /profile/disliked/${mediaId}`, { token });
    const after = await nextSnapshot();
    const shown = (await Promise.all(after.rows.map(after.itemsOf))).flat();
    expect(disliked.some((id) => shown.includes(id))).toBe(true);
  });

  it('prefers liked genres', async () => {
    const { send, nextSnapshot, titleOf } = await personalWorld();
    const before = await nextSnapshot();
    const westerns = (ids: readonly string[]) => ids.filter((id) => titleOf(id).genres.includes(37)).length;
    const [liked] = (await before.itemsOf('Western')) as [string];
    expect((await send('POST /profile/super_liked', { mediaId: liked })).status).toBe(200);
    const next = await nextSnapshot();
    expect(westerns(next.recommended)).toBeGreaterThan(westerns(before.recommended) * 2);
    const first = titleOf(liked).genres.map(genreName);
    expect(
      next.rows
        .filter((title) => genreNames.includes(title))
        .slice(0, first.length)
        .sort(),
    ).toEqual(first.sort());
    const because = await next.itemsOf(`Because you liked ${titleOf(liked).title}`);
    expect(because).not.toEqual([]);
    expect(because).not.toContain(liked);
  });

  it('sorts finished titles last', async () => {
    const { send, nextSnapshot, titleOf } = await personalWorld();
    const films = (await nextSnapshot()).recommended.filter((id) => titleOf(id).mediaType === 'movie').slice(0, 5);
    for (const mediaId of films) await send('POST /profile/history', { mediaId, progress: 80 });
    const next = await nextSnapshot();
    expect([...next.hero, ...next.recommended].filter((id) => films.includes(id))).toEqual([]);
  });

  it('lists started titles in "Continue watching", most recent first, until they are finished', async () => {
    const { send, nextSnapshot, passTime } = await personalWorld();
    const [first, second, third] = (await nextSnapshot()).recommended;
    for (const [mediaId, progress] of [
      [first, 20],
      [second, 50],
      [third, 95],
    ]) {
      await send(`POST /profile/scrobble/${mediaId}`, { progress });
      passTime(1000);
    }
    const next = await nextSnapshot();
    expect(next.rows[0]).toBe('Continue watching');
    expect(await next.itemsOf('Continue watching')).toEqual([second, first]);
  });

  it('does not affect other profiles', async () => {
    const { send, nextSnapshot, control, mint, get } = await personalWorld();
    const [mediaId] = (await nextSnapshot()).recommended;
    await send('POST /profile/liked', { mediaId });
    const { token } = await mint(control.profiles()[1]!.id);
    expect((await get('/profile/liked', token)).body['items']).toEqual([]);
  });
});
