"use server";

import { redirect } from "next/navigation";
import { runAction, type ActionResult } from "@/lib/action";
import { formOf } from "@/lib/form-data";
import { addPhase, changePhase, removePhase } from "@/lib/records/templates/change-phases";
import { addPhaseSchema, changePhaseSchema, removePhaseSchema } from "@/lib/schemas/template-phase";
import { showAnew } from "@/lib/show-anew";
import { answerForPhase, noAnswer, type PhaseAnswer, type PhasesAnswer } from "./_components/phase-answer";
import { typedPhase } from "./_components/phase-values";

export async function changePhaseAction(_before: unknown, posted: unknown): Promise<PhaseAnswer> {
  const form = formOf(posted);
  const n = Number(form.get("n"));
  const phase = typedPhase(form);
  const { version: _, ...read } = versionsOf(form);
  const input = { ...read, n, phase };
  const result = await runAction(changePhaseSchema, input, async (actor, changed) => {
    await changePhase(actor, changed);
    return changed.templateId;
  });
  showAnew(result, "/templates");
  if (result.status === "done") redirect(`/templates/${result.value}/phases?saved=${n}`);
  return answerForPhase(result, phase, n);
}

export async function addPhaseAction(_before: unknown, posted: unknown): Promise<PhasesAnswer> {
  const form = formOf(posted);
  const input = {
    ...versionsOf(form),
    after: Number(form.get("after")),
    name: { en: form.get("name.en"), es: form.get("name.es") },
    dayStart: form.get("dayStart"),
  };
  return answerTo(form, await runAction(addPhaseSchema, input, (actor, added) => addPhase(actor, added)));
}

export async function removePhaseAction(_before: unknown, posted: unknown): Promise<PhasesAnswer> {
  const form = formOf(posted);
  const input = { ...versionsOf(form), n: Number(form.get("n")), lines: form.get("lines") };
  return answerTo(form, await runAction(removePhaseSchema, input, (actor, removed) => removePhase(actor, removed)));
}

function versionsOf(form: FormData) {
  const [phasesVersion, version] = [Number(form.get("phasesVersion")), Number(form.get("version"))];
  return { templateId: form.get("templateId"), phasesVersion, version, follows: Number(form.get("follows")) };
}

function answerTo(form: FormData, result: ActionResult<unknown>): PhasesAnswer {
  showAnew(result, "/templates");
  const { status } = result;
  if (status === "done") return { ...noAnswer, status };
  const sent = [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
  return { status, fields: status === "invalid" ? result.fields : {}, sent: Object.fromEntries(sent) };
}
