import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Clock } from "./clock";
import { inTime } from "./in-time";
import type { WaitingReport } from "./waiting";

/** The person that the plan belongs to, and when this browser last heard of it from the server (ISO instants). */
export type Owner = { userId: string; fetchedAt: string | null };
/** Reports of a person that did not reach the record: too old when the network came back, or refused. */
export type Lost = { person: string; count: number; at: string };

/** The names stand in `public/sw.js` too, which sends the queue when no page is open. */
interface Offline extends DBSchema {
  plan: { key: "plan"; value: unknown };
  /** Keys count up: in the order in which they were made. */
  queue: { key: number; value: WaitingReport };
  owner: { key: "owner"; value: Owner };
  lost: { key: string; value: Lost };
  /** Of the phone, not of a person: it stays when somebody signs out. */
  clock: { key: "clock"; value: Clock };
  begun: { key: string; value: { person: string; at: string; begun: unknown } };
}
export type OfflineDatabase = IDBPDatabase<Offline>;

/** Other pages read and write as well; nobody waits longer for them to sign out. */
const patienceMs = 2000;

let opened: Promise<OfflineDatabase> | null = null;
let isLeft = false;

/**
 * The phone's own store.
 * @throws where the browser keeps nothing (private windows, no space), and once this page has left it
 */
export async function offlineDatabase(): Promise<OfflineDatabase> {
  if (isLeft) throw new Error("this page has left the phone's store");
  opened ??= openDB<Offline>("phasewise", 2, {
    upgrade(database, before) {
      database.createObjectStore("clock");
      if (before > 0) return;
      database.createObjectStore("plan");
      database.createObjectStore("queue", { autoIncrement: true });
      database.createObjectStore("owner");
      database.createObjectStore("lost");
      database.createObjectStore("begun");
    },
    // Another page empties or renews the store: this one lets go and opens it again when it needs it.
    blocking: () => void forget(),
    terminated: () => {
      opened = null;
    },
  });
  try {
    return await opened;
  } catch (error) {
    opened = null;
    throw error;
  }
}

/**
 * Lets go of the store for as long as this page stands: its person signs out, and nothing that still runs is to be kept, or broken off in the middle. Waits
 * for what has begun: who writes to all of it comes after all who read.
 */
export async function leaveDatabase(): Promise<void> {
  isLeft = true;
  const database = await opened;
  if (database) await inTime(database.transaction([...database.objectStoreNames], "readwrite").done, patienceMs);
  await forget();
}

async function forget(): Promise<void> {
  const database = opened;
  opened = null;
  (await database)?.close();
}
