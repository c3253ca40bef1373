import * as z from "zod/mini";
import { offlinePlanSchema, type OfflinePlan } from "@/lib/schemas/offline-plan";
import { tellPages } from "./changes";
import { offlineDatabase } from "./database";
import { currentPerson } from "./person";
import { forgetTaken, sortedQueue } from "./queue";
import { isTooOld } from "./rules";

/**
 * The plan that this phone keeps; null where there is none, where it is older than seven days, of another format, or of somebody else than the
 * person whose page this is. Of one that is too old only the clinic's numbers stay. Never throws: a browser that keeps nothing has no plan.
 */
export async function readPlan(now: Date = new Date()): Promise<OfflinePlan | null> {
  try {
    const plan = offlinePlanSchema.safeParse(await (await offlineDatabase()).get("plan", "plan")).data;
    const person = currentPerson();
    if (!plan || (person !== null && person !== plan.person.userId)) return null;
    if (!isTooOld(plan.madeAt, now)) return plan;
    await (await offlineDatabase()).put("plan", { clinic: plan.clinic }, "plan");
    return null;
  } catch {
    return null;
  }
}

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
 * Keeps the plan for its person; that of anybody else goes at once, unread. Reports of others stay in the queue; what was sent before the plan was
 * asked for is in it, and goes.
 * @returns false where the browser keeps nothing, and where the phone is no longer that person's (`claimPlan` says whose it is)
 */
export async function storePlan(plan: unknown, userId: string, askedAt: Date = new Date()): Promise<boolean> {
  try {
    const database = await offlineDatabase();
    const writing = database.transaction(["plan", "owner"], "readwrite");
    // It was asked for before its person signed out or somebody else came: it is no longer theirs to keep here.
    if ((await writing.objectStore("owner").get("owner"))?.userId !== userId) return false;
    await writing.objectStore("plan").put(plan, "plan");
    await writing.objectStore("owner").put({ userId, fetchedAt: askedAt.toISOString() }, "owner");
    await writing.done;
    await forgetTaken(askedAt);
    tellPages("changed");
    return true;
  } catch {
    return false;
  }
}

/**
 * Says who is signed in now: a plan and a begun check-in of anybody else are removed at once.
 * @returns when the plan of this person was fetched last (ISO instant); null: there is none
 */
export async function claimPlan(userId: string): Promise<string | null> {
  const database = await offlineDatabase();
  const owner = await database.get("owner", "owner");
  if (owner?.userId === userId) return owner.fetchedAt;
  await dropPlan(userId);
  await database.clear("begun");
  return null;
}

/** Removes the plan, of whomever it is: the server shows none any more. */
export async function dropPlan(userId: string): Promise<void> {
  const writing = (await offlineDatabase()).transaction(["plan", "owner"], "readwrite");
  await writing.objectStore("plan").clear();
  await writing.objectStore("owner").put({ userId, fetchedAt: null }, "owner");
  await writing.done;
  tellPages("changed");
}

/**
 * Empties everything that this phone keeps of the person who signs out: plan, queue, begun check-ins. Never throws.
 * @returns whether unsent reports of others stay: the browser's storage must not be emptied whole
 */
export async function wipeAll(now: Date = new Date()): Promise<{ keepsOthers: boolean }> {
  try {
    const { mine, taken, others } = await sortedQueue(now);
    const database = await offlineDatabase();
    const writing = database.transaction(["plan", "owner", "queue", "begun"], "readwrite");
    await writing.objectStore("plan").clear();
    await writing.objectStore("owner").clear();
    await writing.objectStore("begun").clear();
    for (const { n } of [...mine, ...taken]) await writing.objectStore("queue").delete(n);
    await writing.done;
    tellPages("changed");
    return { keepsOthers: others.length > 0 };
  } catch {
    return { keepsOthers: false };
  }
}
