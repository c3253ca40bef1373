import { tellPages } from "./changes";
import { serverTime } from "./clock";
import { offlineDatabase, type Lost } from "./database";
import { currentPerson } from "./person";
import { sortQueue, type SortedQueue } from "./rules";
import type { Report, WaitingReport } from "./waiting";

/** Whose reports these are: who the page says, else who the plan belongs to. */
async function personAtHand(): Promise<string | null> {
  const said = currentPerson();
  if (said !== null) return said;
  const owner = await (await offlineDatabase()).get("owner", "owner");
  return owner?.userId ?? null;
}

/**
 * Puts a report into the queue, bound to its person.
 * @returns not `stored` where the browser keeps nothing, or nobody is known: the caller still has it and sends it from memory
 */
export async function keepReport(report: Report): Promise<{ stored: boolean }> {
  try {
    const person = await personAtHand();
    if (person === null) return { stored: false };
    const database = await offlineDatabase();
    const now = new Date();
    const clock = await database.get("clock", "clock");
    const known = clock ? { serverAt: serverTime(clock, now).toISOString() } : {};
    await database.add("queue", { ...report, person, madeAt: now.toISOString(), ...known });
    tellPages("changed");
    return { stored: true };
  } catch {
    return { stored: false };
  }
}

/** The reports of the person at hand that are not yet answered for good, oldest first; nobody else's. Never throws. */
export async function waitingReports(now: Date = new Date()): Promise<WaitingReport[]> {
  try {
    return (await sortedQueue(now)).mine.map(({ report }) => report);
  } catch {
    return [];
  }
}

/**
 * What the plan of this phone does not know yet: what waits, and what was sent since the plan was fetched. Oldest first; nobody else's. Never
 * throws.
 */
export async function reportsSincePlan(now: Date = new Date()): Promise<WaitingReport[]> {
  try {
    const { mine, taken } = await sortedQueue(now);
    return [...mine, ...taken].toSorted((a, b) => a.n - b.n).map(({ report }) => report);
  } catch {
    return [];
  }
}

/** A report with its place in the queue; `madeAt` is what its age is counted from, by the server's clock where that is known. */
export type Queued = Pick<WaitingReport, "person" | "madeAt" | "takenAt"> & { n: number; report: WaitingReport };

/**
 * The queue as it may be sent. What is too old is dropped here, and counted for its person to be told.
 * @throws where the browser keeps nothing
 */
export async function sortedQueue(now: Date): Promise<Omit<SortedQueue<Queued>, "outdated">> {
  const database = await offlineDatabase();
  const reading = database.transaction(["queue", "clock"]);
  const [reports, keys, clock = null] = await Promise.all([
    reading.objectStore("queue").getAll(),
    reading.objectStore("queue").getAllKeys(),
    reading.objectStore("clock").get("clock"),
  ]);
  const queue = reports.flatMap((report, index): Queued[] => {
    const n = keys[index];
    return n === undefined ? [] : [{ ...report, madeAt: report.serverAt ?? report.madeAt, n, report }];
  });
  const { outdated, ...sorted } = sortQueue(queue, await personAtHand(), serverTime(clock, now));
  for (const old of outdated) await (old.takenAt === undefined ? loseReport(old) : removeReport(old));
  return sorted;
}

/** A report was answered for good: it is not sent again, and stays until a plan is here that knows of it. */
export async function settleReport({ n, report }: Pick<Queued, "n" | "report">): Promise<void> {
  await (await offlineDatabase()).put("queue", { ...report, takenAt: new Date().toISOString() }, n);
  tellPages("changed");
}

/** Takes a report out of the queue that needs no telling. */
export async function removeReport({ n }: Pick<Queued, "n">): Promise<void> {
  await (await offlineDatabase()).delete("queue", n);
}

/** Forgets what was sent before a plan was asked for that is here now. */
export async function forgetTaken(askedAt: Date): Promise<void> {
  const { taken } = await sortedQueue(new Date());
  for (const report of taken) if (Date.parse(report.takenAt ?? "") <= askedAt.getTime()) await removeReport(report);
}

/** Takes a report out of the queue that did not reach the record, and counts it for its person. */
export async function loseReport({ n, person }: Pick<Queued, "n" | "person">): Promise<void> {
  const writing = (await offlineDatabase()).transaction(["queue", "lost"], "readwrite");
  const lost = writing.objectStore("lost");
  const count = (await lost.get(person))?.count ?? 0;
  await lost.put({ person, count: count + 1, at: new Date().toISOString() }, person);
  await writing.objectStore("queue").delete(n);
  await writing.done;
  tellPages("changed");
}

/** How many reports of the person at hand did not reach the record since they were told last. Never throws. */
export async function lostReports(): Promise<number> {
  try {
    const person = await personAtHand();
    const lost: Lost | undefined = person === null ? undefined : await (await offlineDatabase()).get("lost", person);
    return lost?.count ?? 0;
  } catch {
    return 0;
  }
}

/** The person has been told of what was lost. */
export async function forgetLost(): Promise<void> {
  const person = await personAtHand();
  if (person !== null) await (await offlineDatabase()).delete("lost", person);
  tellPages("changed");
}
