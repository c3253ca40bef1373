import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { Text } from "@/lib/clinical/facts";
import { inClinic } from "@/lib/db/in-clinic";
import { loadOwnExercise } from "./own-exercise-row";

/**
 * The name of the own exercise for which a figure is chosen.
 * @throws {NotFound} for a shipped or a retired exercise
 */
export async function loadFigureChoice(actor: Actor, code: string): Promise<Text> {
  requirePermission(actor, "library.write");
  return inClinic(actor, async (tx) => (await loadOwnExercise(tx, actor.clinicId, code)).facts.name);
}
