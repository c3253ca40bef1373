"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "@/lib/action";
import { formOf } from "@/lib/form-data";
import { advancePhase } from "@/lib/records/readiness/advance-phase";
import { recordEvidence } from "@/lib/records/readiness/record-evidence";
import { recordEvidenceSchema } from "@/lib/schemas/evidence";
import { advancePhaseSchema } from "@/lib/schemas/phase";
import { evidenceOfForm, fieldName } from "./_components/evidence-fields";
import { phaseAnswer, type PhaseAnswer } from "./_components/phase-answer";

export async function recordEvidenceAction(_before: unknown, posted: unknown): Promise<PhaseAnswer> {
  const form = formOf(posted);
  const input = evidenceOfForm(form);
  const result = await runAction(recordEvidenceSchema, input, (actor, seen) => recordEvidence(actor, seen));
  showAnew();
  return phaseAnswer(result, form, (field) => fieldName(String(input["criterion"]), field));
}

export async function advancePhaseAction(_before: unknown, posted: unknown): Promise<PhaseAnswer> {
  const form = formOf(posted);
  const input = {
    programId: form.get("programId"),
    version: Number(form.get("version")),
    reason: form.get("advanceReason"),
  };
  const result = await runAction(advancePhaseSchema, input, (actor, decided) => advancePhase(actor, decided));
  showAnew();
  return phaseAnswer(result, form, (field) => (field === "reason" ? "advanceReason" : field));
}

/** A refusal too: the page shows what stands now. */
function showAnew(): void {
  revalidatePath("/worklist");
  revalidatePath("/patients/[patientId]", "layout");
}
