import { tellPages } from "./changes";
import { offlineDatabase } from "./database";

/**
 * Says who is signed in, once for each page that the server gave: a plan and a begun check-in of anybody else are removed at once. A page that was
 * open before does not say it again: somebody else may have come, or its person signed out.
 */
export async function claimPlan(userId: string): Promise<void> {
  const writing = (await offlineDatabase()).transaction(["plan", "owner", "begun"], "readwrite");
  const owner = await writing.objectStore("owner").get("owner");
  if (owner?.userId === userId) return writing.done;
  await writing.objectStore("plan").clear();
  const begun = writing.objectStore("begun");
  for (const stage of await begun.getAllKeys())
    if ((await begun.get(stage))?.person !== userId) await begun.delete(stage);
  await writing.objectStore("owner").put({ userId, fetchedAt: null }, "owner");
  await writing.done;
  tellPages("changed");
}

/** Whether the phone is still this person's, and when their plan was fetched last (ISO instant of the phone's clock; null: there is none). */
export async function planOf(userId: string): Promise<{ isTheirs: boolean; fetchedAt: string | null }> {
  const owner = await (await offlineDatabase()).get("owner", "owner");
  return owner?.userId === userId
    ? { isTheirs: true, fetchedAt: owner.fetchedAt }
    : { isTheirs: false, fetchedAt: null };
}

/** Removes the plan of this person: the server shows them none any more. That of anybody else stays. */
export async function dropPlan(userId: string): Promise<void> {
  const writing = (await offlineDatabase()).transaction(["plan", "owner"], "readwrite");
  const owner = await writing.objectStore("owner").get("owner");
  if (owner?.userId !== userId) return writing.done;
  await writing.objectStore("plan").clear();
  await writing.objectStore("owner").put({ userId, fetchedAt: null }, "owner");
  await writing.done;
  tellPages("changed");
}
