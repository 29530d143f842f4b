import { describe, expect, it } from 'vitest';
import { getRowItemsResponseSchema, getRowsResponseSchema, rowSchema } from './row.js';

const row = { id: 'row_1', title: 'New', pageId: 'page_1', type: 'media', createdAt: '2026-01-01T00:00:00Z' };
const film = { type: 'media', id: 'MV_550', title: 'Fight Club', media_type: 'movie' };
const romance = { type: 'navigation', id: 'nav_1', title: 'Romance', pageId: 'page_2' };
const netflix = { type: 'provider', id: '8', title: 'Netflix' };

describe('rows', () => {
  it.each([
    ['under "rows"', { rows: [row], hasMore: true, nextPageToken: 'next' }],
    ['under "items"', { items: [row], hasMore: true, nextPageToken: 'next' }],
    ['under "rows" beside other items', { rows: [row], items: [], hasMore: true, nextPageToken: 'next' }],
  ])('are read %s', (_where, body) => {
    expect(getRowsResponseSchema.parse(body)).toEqual({ rows: [row], hasMore: true, nextPageToken: 'next' });
  });

  it('are read as a bare array, which is all there is', () => {
    expect(getRowsResponseSchema.parse([row, row])).toEqual({ rows: [row, row], hasMore: false });
  });

  it.each([
    [{ rows: [] }, false],
    [{ rows: [], nextPageToken: 'next' }, true],
    [{ rows: [], hasMore: false, nextPageToken: 'next' }, false],
  ])('tell whether there are more, in so many words or by a token: %j', (body, hasMore) => {
    expect(getRowsResponseSchema.parse(body).hasMore).toBe(hasMore);
  });

  it('of a type that is not known are left out, and what else came with them is kept', () => {
    const rows = [{ ...row, type: 'podcasts' }, null, 7, { ...row, theme: 'dark' }, {}];
    expect(getRowsResponseSchema.parse({ rows, took: 5 })).toMatchObject({
      rows: [{ ...row, theme: 'dark' }],
      took: 5,
    });
  });

  it('are no rows without a list, nor where a known one lacks an id', () => {
    for (const body of [{}, null, undefined, 'rows', { rows: {} }, { rows: [{ ...row, id: undefined }] }]) {
      expect(getRowsResponseSchema.safeParse(body).success).toBe(false);
    }
  });

  it('asked for one by one must be of a known type', () => {
    expect(rowSchema.safeParse({ ...row, type: 'podcasts' }).success).toBe(false);
  });
});

describe('items', () => {
  const read = (items: unknown[]) => getRowItemsResponseSchema.parse({ items, hasMore: false }).items;

  it('are told apart by their type', () => {
    expect(read([film, romance, netflix])).toEqual([
      { ...film, poster_path: null, backdrop_path: null },
      romance,
      { ...netflix, logo_path: null },
    ]);
  });

  it('of a type, a kind or an id form that is not known are left out', () => {
    const unknown = [
      { type: 'advert', id: 'ad_1' },
      { ...film, media_type: 'podcast' },
      { ...film, id: 'BK_1' },
      { id: 'MV_1' },
      null,
      'MV_1',
    ];
    expect(read([...unknown, romance]).map(({ id }) => id)).toEqual(['nav_1']);
  });

  it('have no picture whose address may not be shown', () => {
    const [logo] = read([{ ...netflix, logo_path: 'javascript:alert(1)' }]);
    const [poster] = read([{ ...film, poster_path: 'javascript:alert(1)' }]);
    expect([logo, poster]).toMatchObject([{ logo_path: null }, { poster_path: null }]);
  });

  it('of a service have an id as filters take it, also where it is sent as a number', () => {
    expect(read([{ ...netflix, id: 8 }])).toMatchObject([{ id: '8' }]);
  });

  it('that lead nowhere are no items', () => {
    for (const item of [
      { ...romance, pageId: undefined },
      { ...romance, pageId: '' },
      { ...netflix, title: 5 },
    ]) {
      expect(getRowItemsResponseSchema.safeParse({ items: [item] }).success).toBe(false);
    }
  });
});
