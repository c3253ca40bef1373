import * as z from "zod/mini";
import { offlinePlanSchema, type OfflinePlan } from "@/lib/schemas/offline-plan";
import { tellPages } from "./changes";
import { clockOf, serverTime } from "./clock";
import { offlineDatabase } from "./database";
import { currentPerson } from "./person";
import { forgetTaken, sortedQueue } from "./queue";
import { isTooOld, stillBegun } from "./rules";

/**
 * The plan that this phone keeps; null where there is none, where it is older than seven days, of another format, or of somebody else than the
 * person whose page this is. Of one that is too old only the clinic's numbers stay. Never throws: a browser that keeps nothing has no plan.
 */
export async function readPlan(now: Date = new Date()): Promise<OfflinePlan | null> {
  try {
    const plan = offlinePlanSchema.safeParse(await (await offlineDatabase()).get("plan", "plan")).data;
    const person = currentPerson();
    if (!plan || (person !== null && person !== plan.person.userId)) return null;
    if (!isTooOld(plan.madeAt, serverTime(clockOf(plan), now))) return plan;
    await (await offlineDatabase()).put("plan", { clinic: plan.clinic }, "plan");
    return null;
  } catch {
    return null;
  }
}

const made = z.looseObject({ madeAt: z.iso.datetime({ offset: true }) });
const remains = z.object({ clinic: offlinePlanSchema.shape.clinic });

/** Whom to call, of a plan that has become too old: all else of it is gone. Null where there is none. Never throws. */
export async function keptClinic(): Promise<OfflinePlan["clinic"] | null> {
  try {
    return remains.safeParse(await (await offlineDatabase()).get("plan", "plan")).data?.clinic ?? null;
  } catch {
    return null;
  }
}

/**
 * Keeps the plan for its person, with what it tells of the phone's clock. Reports of others stay in the queue; what was sent before the plan was asked
 * for is in it, and goes.
 * @returns false where the browser keeps nothing, and where the phone is no longer that person's (`claimPlan` says whose it is)
 */
export async function storePlan(plan: unknown, userId: string, askedAt: Date = new Date()): Promise<boolean> {
  try {
    const kept = { ...made.parse(plan), askedAt: askedAt.toISOString() };
    const database = await offlineDatabase();
    const writing = database.transaction(["plan", "owner", "clock"], "readwrite");
    // It was asked for before its person signed out or somebody else came: it is no longer theirs to keep here.
    const owner = await writing.objectStore("owner").get("owner");
    if (owner?.userId !== userId) {
      await writing.done;
      return false;
    }
    await writing.objectStore("plan").put(kept, "plan");
    await writing.objectStore("owner").put({ userId, fetchedAt: kept.askedAt }, "owner");
    await writing.objectStore("clock").put(clockOf(kept), "clock");
    await writing.done;
    await forgetTaken(askedAt);
    tellPages("changed");
    return true;
  } catch {
    return false;
  }
}

/** What is left on this phone after a person's part of it was emptied; `unknown` where the browser does not let itself be asked. */
export type Left = "nothing" | "others" | "unknown";

/**
 * Empties what this phone keeps of its person: plan, begun check-ins, what was sent. Reports of others stay in the queue. Never throws.
 * @param unsent whether the person's own unsent reports go as well, or stay bound to them
 */
export async function wipe(unsent: "goes" | "stays", now: Date = new Date()): Promise<Left> {
  try {
    const { mine, taken, others } = await sortedQueue(now);
    const database = await offlineDatabase();
    const writing = database.transaction(["plan", "owner", "queue", "begun"], "readwrite");
    await writing.objectStore("plan").clear();
    await writing.objectStore("owner").clear();
    await writing.objectStore("begun").clear();
    const gone = unsent === "goes" ? [...mine, ...taken] : taken;
    for (const { n } of gone) await writing.objectStore("queue").delete(n);
    await writing.done;
    tellPages("changed");
    return others.length > 0 ? "others" : "nothing";
  } catch {
    return "unknown";
  }
}

/** Empties what is older than the phone keeps things (L3), where no page of a patient does it. Never throws. */
export async function dropOutdated(now: Date = new Date()): Promise<void> {
  await readPlan(now);
  try {
    await sortedQueue(now);
    const database = await offlineDatabase();
    for (const stage of await database.getAllKeys("begun"))
      if (!stillBegun((await database.get("begun", stage))?.at ?? "", now)) await database.delete("begun", stage);
  } catch {
    // A browser that keeps nothing has nothing that is old.
  }
}
