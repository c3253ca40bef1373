import "server-only";
import { revalidatePath } from "next/cache";
import type { ActionResult } from "./action";

/** What an act wrote, a rule that judged on what stands, and somebody who was faster. */
const mayHaveChanged: ReadonlySet<ActionResult<unknown>["status"]> = new Set(["done", "refused", "conflict"]);

/**
 * Has pages drawn anew where an act changed them, or met that somebody else did: a refusal shows what stands now. What was typed wrong, and what is not
 * there for the actor, changed nothing: the form says so, and the page is neither read nor sent again.
 * @param layouts as Next names them, dynamic parts in brackets; everything below them is drawn anew
 */
export function showAnew<T>(result: ActionResult<T>, ...layouts: readonly string[]): ActionResult<T> {
  if (mayHaveChanged.has(result.status)) for (const layout of layouts) revalidatePath(layout, "layout");
  return result;
}
