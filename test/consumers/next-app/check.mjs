import assert from 'node:assert/strict';

export async function check(page) {
  const html = await (await page.request.get(page.url())).text();
  assert.match(html, /Komödie/, 'the server says a filter in words');
  assert.match(html, /type="checkbox"/, 'the server renders the choices');
  assert.match(html, /Start again/, 'words cross from the server');
}
