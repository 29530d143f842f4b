/** Number of rows that are loaded together, and of items in each. */
const [ROWS, ITEMS] = [30, 20];

/**
 * Loads the rows of a page with plain `fetch`, and the first batch of items of each. Calls back for each row.
 *
 * @param onHero called with the titles of the hero. Without it, the hero is not loaded.
 */
export async function loadRows({ basePath, refreshToken, profileId }, onRow, onHero) {
  const call = async (token, path, body) => {
    const response = await fetch(basePath + path, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path} returned ${response.status}.`);
    return response.json();
  };
  const { sessionToken } = await call(refreshToken, '/auth/session-token', { profileId });
  const { id } = await call(sessionToken, '/pages', {});
  if (onHero) void call(sessionToken, `/pages/${id}`).then(({ hero }) => onHero(hero));
  const { rows } = await call(sessionToken, `/pages/${id}/rows?limit=${ROWS}`);
  await Promise.all(
    rows.map(async (row, order) => {
      const { items } = await call(sessionToken, `/pages/${id}/rows/${row.id}/items?limit=${ITEMS}`);
      onRow({ ...row, order, items });
    }),
  );
}
