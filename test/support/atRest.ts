/** One record of an IndexedDB database. */
export interface DatabaseRecord {
  readonly database: string;
  readonly store: string;
  readonly name: IDBValidKey;
  readonly value: unknown;
}

/** Settles with the result of an IndexedDB request. */
function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The request failed.')));
  });
}

/** Returns every record of every database of this origin. */
export async function databaseRecords(): Promise<DatabaseRecord[]> {
  const records: DatabaseRecord[] = [];
  for (const { name: database = '' } of await indexedDB.databases()) {
    const connection = await resultOf(indexedDB.open(database));
    for (const store of connection.objectStoreNames) {
      const content = connection.transaction(store).objectStore(store);
      const [names, values] = await Promise.all([resultOf(content.getAllKeys()), resultOf(content.getAll())]);
      names.forEach((name, index) => records.push({ database, store, name, value: values[index] }));
    }
    connection.close();
  }
  return records;
}

/** Replaces the value of a record; `undefined` removes the record. */
export async function replaceRecord({ database, store, name }: DatabaseRecord, value: unknown): Promise<void> {
  const connection = await resultOf(indexedDB.open(database));
  const content = connection.transaction(store, 'readwrite').objectStore(store);
  await (value === undefined ? resultOf(content.delete(name)) : resultOf(content.put(value, name)));
  connection.close();
}

/** Deletes a database, like a user who clears the site's data. */
export async function deleteDatabase(name: string): Promise<void> {
  await resultOf(indexedDB.deleteDatabase(name));
}

/** Returns everything that this origin stores in the browser as one text, so that a test can search it for tokens. */
export async function everythingAtRest(): Promise<string> {
  const cached: string[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      cached.push(request.url, await ((await cache.match(request))?.text() ?? ''));
  }
  const records = (await databaseRecords()).map(({ database, name, value }) => [database, name, readable(value)]);
  return JSON.stringify([localStorage, sessionStorage, document.cookie, location.href, cached, records]);
}

/** Decodes bytes, including nested ones, as text in each likely encoding. */
function readable(value: unknown): unknown {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    return ['utf-8', 'utf-16le'].map((encoding) => new TextDecoder(encoding).decode(value));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).map(([name, part]) => [name, readable(part)]);
}
