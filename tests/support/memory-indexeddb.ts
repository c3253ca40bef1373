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
    after: Iterable<Promise<unknown>>,
  ) {
    super();
    this.over = Promise.all(after).then(() => new Promise((resolve) => setTimeout(resolve, 5)));
    void this.over.then(() => this.dispatchEvent(new Event("complete")));
  }
  readonly over: Promise<unknown>;
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
  /** What is not over yet; who writes comes after all of it. */
  readonly running = new Set<Promise<unknown>>();
  get objectStoreNames() {
    return [...this.stores.keys()];
  }
  transaction(names: string | string[], mode: "readonly" | "readwrite" = "readonly") {
    const begun = new Transaction(this.stores, [names].flat(), mode === "readwrite" ? [...this.running] : []);
    this.running.add(begun.over);
    void begun.over.then(() => this.running.delete(begun.over));
    return begun;
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
 * An IndexedDB in memory, as far as `idb` and lib/offline use it: no cursors, and transactions do not wait to read. Stubs the globals; the caller takes them
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

/** How many transactions have begun and are not over. */
export function transactionsHere(): number {
  return lasting.memoryIndexedDb?.database.running.size ?? 0;
}
