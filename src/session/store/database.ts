const VERSION = 1;
const RECORDS = 'records';

/**
 * Opens a database of a few named records, works with it, and closes it again. Connections are not kept: calls are few,
 * an open one would hold up whoever deletes the database, and Safari loses those that outlive a sleep of the device.
 *
 * Where the connection is lost on the way, all of the work is done once more over another, so it must bear repetition.
 */
export async function withDatabase<T>(name: string, work: (database: IDBDatabase) => Promise<T>): Promise<T> {
  try {
    return await overOneConnection(name, work);
  } catch (error) {
    if (!isLostConnection(error)) throw error;
    return overOneConnection(name, work);
  }
}

/** Gives records by their names, as they stand at one moment; `undefined` for one that is not there. */
export function readRecords(database: IDBDatabase, ...names: string[]): Promise<unknown[]> {
  return inTransaction(database, 'readonly', (records) => {
    const requests = names.map((name): IDBRequest<unknown> => records.get(name));
    return () => requests.map(({ result }) => result);
  });
}

/** Keeps a record in place of the former one of its name. */
export function putRecord(database: IDBDatabase, name: string, value: unknown): Promise<void> {
  return inTransaction(database, 'readwrite', (records) => {
    records.put(value, name);
    return () => undefined;
  });
}

/** Keeps a record unless there is one of its name, and gives the one that is kept: the first, whichever tab was first. */
export function addIfAbsent(database: IDBDatabase, name: string, value: unknown): Promise<unknown> {
  return inTransaction(database, 'readwrite', (records) => {
    // Where it exists already, that alone must not undo the transaction.
    records.add(value, name).addEventListener('error', (event) => event.preventDefault());
    const kept: IDBRequest<unknown> = records.get(name);
    return () => kept.result;
  });
}

/** Removes a record if it is, at the moment of removal, one that is meant. */
export function removeIf(database: IDBDatabase, name: string, isMeant: (value: unknown) => boolean): Promise<void> {
  return inTransaction(database, 'readwrite', (records) => {
    const present: IDBRequest<unknown> = records.get(name);
    present.addEventListener('success', () => {
      if (isMeant(present.result)) records.delete(name);
    });
    return () => undefined;
  });
}

async function overOneConnection<T>(name: string, work: (database: IDBDatabase) => Promise<T>): Promise<T> {
  const database = await open(name);
  // Somebody deletes it, or a later release changes its shape: neither should wait for this page.
  database.addEventListener('versionchange', () => database.close());
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, VERSION);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(RECORDS));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(asError(request.error)));
  });
}

/**
 * Runs one transaction and settles when it is over, with what `begin` promised to read. `begin` must not wait for
 * anything but the database: a transaction with nothing to do ends by itself.
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

/** A transaction that the browser ends has no error of its own. */
function asError(error: DOMException | null): DOMException {
  return error ?? new DOMException('The browser closed the database.', 'AbortError');
}

/** `UnknownError` is what Safari says of a database process that is gone. */
function isLostConnection(error: unknown): boolean {
  return error instanceof DOMException && ['InvalidStateError', 'AbortError', 'UnknownError'].includes(error.name);
}
