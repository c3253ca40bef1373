import type { Stage } from "@/lib/clinical/triage-content";
import { offlineDatabase } from "./database";
import { currentPerson } from "./person";
import { stillBegun } from "./rules";

/**
 * Keeps what has been answered of a check-in, so that it comes back after a reload or a new sign-in, to the same person only. Nothing is said
 * where the browser keeps nothing: the page has it anyway.
 * @param begun plain data of the caller's own form
 */
export async function keepBegun(stage: Stage, begun: unknown): Promise<void> {
  const person = currentPerson();
  if (person === null) return;
  try {
    await (await offlineDatabase()).put("begun", { person, at: new Date().toISOString(), begun }, stage);
  } catch {
    // The page has it anyway.
  }
}

/** What `keepBegun` was given within the last day; null where there is nothing of this person. The caller reads it with its own schema. */
export async function readBegun(stage: Stage, now: Date = new Date()): Promise<unknown> {
  try {
    const database = await offlineDatabase();
    const kept = await database.get("begun", stage);
    if (kept && !stillBegun(kept.at, now)) await database.delete("begun", stage);
    return kept && kept.person === currentPerson() && stillBegun(kept.at, now) ? kept.begun : null;
  } catch {
    return null;
  }
}

/** Forgets it: it was sent, or put away. */
export async function dropBegun(stage: Stage): Promise<void> {
  try {
    await (await offlineDatabase()).delete("begun", stage);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
