const RECORDS = 'records';

/**
 * Opens a database of a few named records, passes it to `work`, and closes it. Connections are not kept open: calls are
 * rare, an open connection prevents the deletion of the database, and Safari loses connections while the device sleeps.
 *
 * If the connection is lost during the work, all of the work is repeated once over another connection, so it must be
 * safe to repeat.
 */
export async function withDatabase<T>(name: string, work: (database: IDBDatabase) => Promise<T>): Promise<T> {
  try {
    return await overOneConnection(name, work);
  } catch (error) {
    if (!isLostConnection(error)) throw error;
    return overOneConnection(name, work);
  }
}

/** Reads records by name in one transaction; `undefined` for a missing record. */
export function readRecords(database: IDBDatabase, ...names: string[]): Promise<unknown[]> {
  return inTransaction(database, 'readonly', (records) => {
    const requests = names.map((name): IDBRequest<unknown> => records.get(name));
    return () => requests.map(({ result }) => result);
  });
}

/** Writes a record and replaces the previous record of this name. */
export function putRecord(database: IDBDatabase, name: string, value: unknown): Promise<void> {
  return inTransaction(database, 'readwrite', (records) => {
    records.put(value, name);
    return () => undefined;
  });
}

/** Adds a record unless one of this name exists. Returns the stored record, which another tab may have added first. */
export function addIfAbsent(database: IDBDatabase, name: string, value: unknown): Promise<unknown> {
  return inTransaction(database, 'readwrite', (records) => {
    // If the record already exists, this error must not abort the transaction.
    records.add(value, name).addEventListener('error', (event) => event.preventDefault());
    const kept: IDBRequest<unknown> = records.get(name);
    return () => kept.result;
  });
}

/** Removes a record if, in the same transaction, its value matches. */
export function removeIf(database: IDBDatabase, name: string, isMatch: (value: unknown) => boolean): Promise<void> {
  return inTransaction(database, 'readwrite', (records) => {
    const current: IDBRequest<unknown> = records.get(name);
    current.addEventListener('success', () => {
      if (isMatch(current.result)) records.delete(name);
    });
    return () => undefined;
  });
}

async function overOneConnection<T>(name: string, work: (database: IDBDatabase) => Promise<T>): Promise<T> {
  const database = await openWithRecords(name);
  // Deleting the database, or an upgrade by a later release, must not wait for this page.
  database.addEventListener('versionchange', () => database.close());
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/**
 * Opens the database. One that lacks the object store was created by other code, and is replaced; the deletion waits
 * until no page has it open.
 */
async function openWithRecords(name: string): Promise<IDBDatabase> {
  const database = await open(name);
  if (database.objectStoreNames.contains(RECORDS)) return database;
  database.close();
  await resultOf(indexedDB.deleteDatabase(name));
  return open(name);
}

function open(name: string): Promise<IDBDatabase> {
  // Without a version, so that a database of any version opens, and none is upgraded.
  const request = indexedDB.open(name);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(RECORDS));
  return resultOf(request);
}

function resultOf(request: IDBOpenDBRequest): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(asError(request.error)));
  });
}

/**
 * Runs one transaction. `begin` starts its requests and returns a function, whose result is returned when the
 * transaction is complete. `begin` must wait for nothing but the database: a transaction without pending requests ends.
 */
function inTransaction<T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  begin: (records: IDBObjectStore) => () => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(RECORDS, mode);
    const read = begin(transaction.objectStore(RECORDS));
    transaction.addEventListener('complete', () => resolve(read()));
    transaction.addEventListener('abort', () => reject(asError(transaction.error)));
  });
}

/** Returns the error, or a new one: a transaction that the browser aborts has no error. */
function asError(error: DOMException | null): DOMException {
  return error ?? new DOMException('The browser closed the database.', 'AbortError');
}

/** Whether the connection was lost. Safari reports `UnknownError` when its database process has ended. */
function isLostConnection(error: unknown): boolean {
  return error instanceof DOMException && ['InvalidStateError', 'AbortError', 'UnknownError'].includes(error.name);
}
