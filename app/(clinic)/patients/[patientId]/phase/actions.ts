"use server";

import { runAction } from "@/lib/action";
import { formOf } from "@/lib/form-data";
import { holdProgram } from "@/lib/records/holds/hold-program";
import { liftHold } from "@/lib/records/holds/lift-hold";
import { completeProgram } from "@/lib/records/programs/complete-program";
import { advancePhase } from "@/lib/records/readiness/advance-phase";
import { recordEvidence } from "@/lib/records/readiness/record-evidence";
import { stepBack } from "@/lib/records/readiness/step-back";
import { recordEvidenceSchema } from "@/lib/schemas/evidence";
import { holdProgramSchema, liftHoldSchema } from "@/lib/schemas/hold";
import { advancePhaseSchema, completeProgramSchema, stepBackSchema } from "@/lib/schemas/phase";
import { showAnew } from "@/lib/show-anew";
import { evidenceOfForm, fieldName, numberOf, textOf } from "./_components/evidence-fields";
import { phaseAnswer, type PhaseAnswer } from "./_components/phase-answer";

const shownOn = ["/worklist", "/patients/[patientId]"];

export async function recordEvidenceAction(_before: unknown, posted: unknown): Promise<PhaseAnswer> {
  const form = formOf(posted);
  const input = evidenceOfForm(form);
  const result = await runAction(recordEvidenceSchema, input, (actor, seen) => recordEvidence(actor, seen));
  showAnew(result, ...shownOn);
  const [phase, criterion] = [textOf(form, "phase"), textOf(form, "criterion")];
  return phaseAnswer(result, form, (field) => fieldName(phase, criterion, field));
}

export async function advancePhaseAction(_before: unknown, posted: unknown): Promise<PhaseAnswer> {
  const form = formOf(posted);
  const input = { ...asRead(form), reason: form.get("advanceReason") };
  const result = await runAction(advancePhaseSchema, input, (actor, decided) => advancePhase(actor, decided));
  showAnew(result, ...shownOn);
  return phaseAnswer(result, form, named({ reason: "advanceReason" }));
}

export async function stepBackAction(_before: unknown, posted: unknown): Promise<PhaseAnswer> {
  const form = formOf(posted);
  const input = { ...asRead(form), phase: numberOf(textOf(form, "backPhase")), reason: form.get("backReason") };
  const result = await runAction(stepBackSchema, input, (actor, decided) => stepBack(actor, decided));
  showAnew(result, ...shownOn);
  return phaseAnswer(result, form, named({ phase: "backPhase", reason: "backReason" }));
}

export async function holdProgramAction(_before: unknown, posted: unknown): Promise<PhaseAnswer> {
  const form = formOf(posted);
  const kinds = form.getAll("holdKind");
  const input = {
    ...{ ...asRead(form), cause: form.get("cause"), words: form.get("holdWords") },
    ...{ easyActivityAllowed: kinds.includes("easy"), surgeonOnly: kinds.includes("surgeonOnly") },
  };
  const result = await runAction(holdProgramSchema, input, (actor, decided) => holdProgram(actor, decided));
  showAnew(result, ...shownOn);
  return phaseAnswer(result, form, named({ words: "holdWords" }));
}

export async function liftHoldAction(_before: unknown, posted: unknown): Promise<PhaseAnswer> {
  const form = formOf(posted);
  const holdId = textOf(form, "holdId");
  const given = (field: string) => form.get(`lift-${holdId}-${field}`);
  const input = {
    ...{ holdId, reason: given("reason"), stayReason: given("stayReason") },
    phase: numberOf(textOf(form, `lift-${holdId}-phase`)),
  };
  const result = await runAction(liftHoldSchema, input, (actor, decided) => liftHold(actor, decided));
  showAnew(result, ...shownOn);
  return phaseAnswer(result, form, (field) => `lift-${holdId}-${field}`);
}

export async function completeProgramAction(_before: unknown, posted: unknown): Promise<PhaseAnswer> {
  const form = formOf(posted);
  const input = { ...asRead(form), reason: form.get("completeReason") };
  const result = await runAction(completeProgramSchema, input, (actor, decided) => completeProgram(actor, decided));
  showAnew(result, ...shownOn);
  return phaseAnswer(result, form, named({ reason: "completeReason" }));
}

function asRead(form: FormData) {
  return { programId: form.get("programId"), version: Number(form.get("version")) };
}

/** The field's name on the page, where it has another one there. */
function named(names: Readonly<Record<string, string>>): (field: string) => string {
  return (field) => names[field] ?? field;
}
