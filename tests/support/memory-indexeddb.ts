import { vi } from "vitest";

type Key = string | number;
type Records = Map<Key, unknown>;

class Request extends EventTarget {
  result: unknown = undefined;
  readonly error = null;
  transaction: unknown = null;
}

/** One answer after the other, in the order in which it was asked for. */
function answered(request: Request, result: unknown, event: Event = new Event("success")): Request {
  setImmediate(() => {
    request.result = structuredClone(result);
    request.dispatchEvent(event);
  });
  return request;
}

class Store {
  constructor(private readonly records: Records) {}
  get(key: Key) {
    return answered(new Request(), this.records.get(key));
  }
  getAll() {
    return answered(new Request(), [...this.records.values()]);
  }
  getAllKeys() {
    return answered(new Request(), [...this.records.keys()]);
  }
  put(value: unknown, key: Key) {
    this.records.set(key, structuredClone(value));
    return answered(new Request(), key);
  }
  add(value: unknown) {
    const key = Math.max(0, ...[...this.records.keys()].map(Number)) + 1;
    return this.put(value, key);
  }
  delete(key: Key) {
    this.records.delete(key);
    return answered(new Request(), undefined);
  }
  clear() {
    this.records.clear();
    return answered(new Request(), undefined);
  }
}

class Transaction extends EventTarget {
  constructor(
    private readonly stores: ReadonlyMap<string, Store>,
    readonly objectStoreNames: string[],
  ) {
    super();
    setTimeout(() => this.dispatchEvent(new Event("complete")), 5);
  }
  objectStore(name: string) {
    return this.stores.get(name);
  }
}

class Database extends EventTarget {
  readonly stores = new Map<string, Store>();
  readonly records = new Map<string, Records>();
  createObjectStore(name: string) {
    const records: Records = new Map();
    this.records.set(name, records);
    const store = new Store(records);
    this.stores.set(name, store);
    return store;
  }
  transaction(names: string | string[]) {
    return new Transaction(this.stores, [names].flat());
  }
  close() {}
}

class Nothing {
  advance() {}
  continue() {}
  continuePrimaryKey() {}
}

const own = () => ({ classes: { Database, Store, Transaction, Request, Nothing }, database: new Database() });
/** `idb` remembers the first classes that it sees, lib/offline the database that it opened, over all test files of a worker. */
const lasting = globalThis as { memoryIndexedDb?: ReturnType<typeof own> };

/**
 * An IndexedDB in memory, as far as `idb` and lib/offline use it: no isolation of transactions, no cursors. Stubs the globals; the caller takes them
 * back with `vi.unstubAllGlobals()`.
 * @returns the records of each store by its name, to look at, to set and to empty; filled once the database was opened, which may have been by an earlier file
 */
export function memoryIndexedDb(): ReadonlyMap<string, Records> {
  const { classes, database } = (lasting.memoryIndexedDb ??= own());
  const open = () => {
    const request = new classes.Request();
    const upgrading = database.stores.size === 0;
    setImmediate(() => {
      request.result = database;
      if (upgrading) request.dispatchEvent(Object.assign(new Event("upgradeneeded"), { oldVersion: 0, newVersion: 1 }));
      request.dispatchEvent(new Event("success"));
    });
    return request;
  };
  const globals = {
    indexedDB: { open },
    IDBDatabase: classes.Database,
    IDBObjectStore: classes.Store,
    IDBTransaction: classes.Transaction,
    IDBRequest: classes.Request,
    IDBIndex: classes.Nothing,
    IDBCursor: classes.Nothing,
    window: new EventTarget(),
  };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  return database.records;
}
