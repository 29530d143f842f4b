import { expect, test } from 'vitest';
import { defaultLabels, describeFilter, filtersFromSearchParams, readFilterPresets } from '../src/filters/index.js';
import { labelsFrom } from '../src/filters/vocabulary/defaultVocabulary.js';
import { localPresetStore, memoryCredentialStore, type DiscovrError } from '../src/index.js';
import { errorMessage } from '../src/messages/errorMessage.js';
import { fieldOfIssue } from '../src/components/PageFilterForm/applyDraft.js';
import { en } from '../src/locales/en.js';
import { readNavigationState, stackOf } from '../src/react/navigation/navigationState.js';
import { createEmulator } from '../src/emulator/createEmulator.js';
import { DiscovrClient } from '../src/client/browserClient.js';
import { createTestDiscovr } from '../src/testing/createTestDiscovr.js';
import { inheritedNames } from './support/inheritedNames.js';
import { failureOf } from './support/promises.js';

test.each(inheritedNames)('a link with the state %j does not sign in and sends nothing', async (name) => {
  const { client, control } = createTestDiscovr({ session: 'signedOut' });
  const url = `https://app.example/?code=stolen&state=${name}`;
  expect(await failureOf(client.completeWebSignIn(url))).toMatchObject({ code: 'AUTH_FAILED' });
  expect(control.requests).toEqual([]);
});

test.each(inheritedNames)('an error with the code %j shows the general message', async (code) => {
  const { client, control } = createTestDiscovr();
  control.failNext({ kind: 'status', status: 400, code });
  const error = await failureOf(client.createPage());
  expect(error).toMatchObject({ name: 'DiscovrError', code });
  expect(errorMessage(error as DiscovrError, en)).toMatch(/^Something went wrong/);
});

test.each(inheritedNames)('an issue with the path %j belongs to no field of the form', (name) => {
  expect(fieldOfIssue({ path: [name], message: 'x' })).toBeUndefined();
  expect(fieldOfIssue({ path: ['pageFilters', name], message: 'x' })).toBeUndefined();
});

test.each(inheritedNames)('a chosen id %j is shown unchanged when no list has a label for it', (name) => {
  for (const kind of ['genres', 'keywords', 'regions', 'watchProviders'] as const) {
    expect(defaultLabels()(kind, name), kind).toBeUndefined();
    expect(labelsFrom({ [kind]: [] })(kind, name), kind).toBeUndefined();
  }
  expect(describeFilter({ with_watch_providers: [name] })).toContain(name);
});

test.each(inheritedNames)('a URL parameter %j yields no filter', (name) => {
  expect(
    filtersFromSearchParams(`?f.${name}=1&${name}=1&f.type=${name}&f.region=${name}&f.genres=${name}`),
  ).toBeUndefined();
  expect(filtersFromSearchParams(`?f.on=${name}`)).toEqual({ with_watch_providers: [name] });
});

test.each(inheritedNames)('a tab %j in the browser history has only the pages of its own stack', (name) => {
  const state = readNavigationState({ tab: name, stacks: {} })!;
  expect(stackOf(state)).toEqual([]);
  const stacks: unknown = JSON.parse(`{"${name}":[{"id":"a","title":"A","pageId":"page_1"}]}`);
  expect(stackOf(readNavigationState({ tab: name, stacks })!)).toHaveLength(1);
});

test.each(inheritedNames)('a preset named %j is stored and read', (name) => {
  const store = localPresetStore(name);
  store.set([{ name, filters: { genres: [35] } }]);
  expect(readFilterPresets(store.get())).toEqual([{ name, filters: { genres: [35] } }]);
  expect(readFilterPresets({ [name]: [] })).toEqual([]);
});

test.each(inheritedNames)('no endpoint finds the id %j', async (name) => {
  const { client } = createTestDiscovr();
  for (const call of [
    () => client.getPage(name),
    () => client.getRows(name),
    () => client.getRowItems(name, name),
    () => client.getProfile(name),
    () => client.selectProfile(name),
    () => client.getMedia(name),
  ]) {
    expect((await failureOf(call())) as DiscovrError).toHaveProperty(
      'code',
      expect.stringMatching(/^(NOT_FOUND|VALIDATION_FAILED)$/),
    );
  }
});

test.each(inheritedNames)('%j is rejected as a stored profile id and as a device code', async (name) => {
  const emulator = createEmulator();
  const client = new DiscovrClient('app', {
    fetch: emulator.fetch,
    credentialStore: memoryCredentialStore({ ...emulator.issueCredential(), profileId: name }),
  });
  expect(await failureOf(client.createPage())).toMatchObject({ name: 'DiscovrError', code: 'NOT_FOUND' });
  expect(await failureOf(client.pollDeviceCode(name))).toMatchObject({ name: 'DiscovrError', status: 401 });
});

test('a response cannot pollute the prototype of objects', async () => {
  const { control, client } = createTestDiscovr();
  await client.createPage();
  control.failNext({
    kind: 'body',
    body: JSON.parse(
      '{"id":"page_1","createdAt":"x","hero":[],"__proto__":{"name":"Inherited","isAdmin":true}}',
    ) as unknown,
  });
  const page = await client.getPage('page_1');
  expect(Object.getPrototypeOf(page)).toBe(Object.prototype);
  expect(page.name).toBeUndefined();
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});

test.each(inheritedNames)('a row or an item of the type %j is omitted', async (type) => {
  const { client, control } = createTestDiscovr();
  const row = { id: 'row_1', title: 'Row', pageId: 'page_1', createdAt: 'x', type };
  control.failNext({ kind: 'body', body: { rows: [row], hasMore: false } }, { route: 'GET /pages/:id/rows' });
  expect((await client.getRows('page_1')).rows).toEqual([]);
  control.failNext(
    { kind: 'body', body: { items: [{ ...row, media_type: type }], hasMore: false } },
    { route: 'GET /pages/:id/rows/:row/items' },
  );
  expect((await client.getRowItems('page_1', 'row_1')).items).toEqual([]);
});
