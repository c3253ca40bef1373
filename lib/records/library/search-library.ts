import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { RegionalTag } from "@/lib/clinical/facts";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { recordAct } from "@/lib/records/audit/record-act";
import { loadSettings, withClinicNumbers } from "@/lib/records/settings/current-settings";
import type { SearchLibraryInput } from "@/lib/schemas/library";
import { findExercises, type FoundExercise } from "./find-exercises";
import { judgeExercises, type JudgedExercise } from "./judge-exercises";

/** An exercise as a list shows it; judged where the search was for a patient. */
export type LibraryRow = FoundExercise & { tags: readonly RegionalTag[] } & (
    JudgedExercise | { verdict: null; heldBack: null; findings: null }
  );

/**
 * Searches the clinic's library, best first. A search for a patient reads that patient's record, and is audited; any other is no read of health data.
 * @throws {NotFound} where the program's patient is not the actor's
 * @throws {Invalid} on a phase that the protocol lacks
 */
export async function searchLibrary(actor: Actor, input: SearchLibraryInput): Promise<LibraryRow[]> {
  requirePermission(actor, "library.read");
  const whom = input.for;
  if (whom && "programId" in whom) requirePermission(actor, "patient.read");
  const { open, ...filters } = input.filters;
  return inClinic(actor, async (tx) => {
    const found = await findExercises(tx, actor, input.text, filters);
    if (!whom || "protocolId" in whom) {
      const numbered = whom ? await forProtocol(tx, actor.clinicId, whom.protocolId, found) : found;
      return numbered.map((row) => ({ ...row, tags: row.facts.tags, verdict: null, heldBack: null, findings: null }));
    }
    const { patientId, exercises } = await judgeExercises(tx, actor, whom, found);
    await recordAct(tx, actor, "program.read", { kind: "program", id: whom.programId, patientId });
    return exercises
      .filter(({ verdict, heldBack }) => open !== true || (verdict !== "block" && heldBack === null))
      .map((row) => ({ ...row, tags: row.facts.tags }));
  });
}

/** With the clinic's own numbers, and only what they say of one protocol: whoever asked judges them. */
async function forProtocol(
  tx: Tx,
  clinicId: string,
  protocolId: string,
  found: readonly FoundExercise[],
): Promise<FoundExercise[]> {
  const exercises = Object.fromEntries(found.map(({ code, facts }) => [code, facts]));
  const numbered = withClinicNumbers(await loadSettings(tx, clinicId), { exercises, protocols: {} });
  return found.map((row) => {
    const facts = numbered.exercises[row.code] ?? row.facts;
    const earliest = Object.entries(facts.earliest).filter(([protocol]) => protocol === protocolId);
    return { ...row, facts: { ...facts, earliest: Object.fromEntries(earliest) } };
  });
}
