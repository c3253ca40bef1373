import { offlineDatabase } from "./database";
import { isTooOld } from "./rules";

/**
 * How many reports wait on this phone, whoever made them: for a page on which nobody is signed in.
 * @throws where the browser keeps nothing
 */
export async function reportsHere(now: Date = new Date()): Promise<number> {
  const queue = await (await offlineDatabase()).getAll("queue");
  return queue.filter(({ madeAt, takenAt }) => takenAt === undefined && !isTooOld(madeAt, now)).length;
}
