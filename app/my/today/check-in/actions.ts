"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { stages } from "@/lib/clinical/triage-content";
import { runAction } from "@/lib/action";
import { Invalid } from "@/lib/errors";
import { formOf } from "@/lib/form-data";
import { loadCheckInForm } from "@/lib/records/check-ins/load-form";
import { nextStep, ways } from "@/lib/check-in/next-step";
import { sentValues } from "@/lib/check-in/sent-form";
import { firstStep, type StepState } from "@/lib/check-in/step-state";
import { takeCheckIn } from "@/lib/records/reports/take-report";
import { checkInSchema } from "@/lib/schemas/check-in";
import { fieldErrors } from "@/lib/schemas/field-errors";

const sentSchema = z.strictObject({
  stage: z.enum(stages),
  idempotencyKey: z.uuid(),
  corrects: z.uuid().nullable(),
  reason: z.string().max(300),
  onDay: z.string().max(10).nullable(),
  step: z.coerce.number().int().min(0).max(30),
  screens: z.coerce.number().int().min(1).max(31),
  go: z.enum(ways),
  values: z.record(z.string().max(60), z.array(z.string().max(120)).max(30)),
});

/** The state travels through the browser and back: one that is not ours begins anew. */
const stateSchema = z
  .object({
    step: z.number().int().min(0),
    attempt: z.number().int().min(0),
    values: z.record(z.string(), z.array(z.string())),
    errors: z.record(z.string(), z.string()),
  })
  .catch(() => ({ ...firstStep, values: {}, errors: {} }));

/** One screen further, one back, or all of it reported: then the answer's own page opens. Nothing that was chosen is lost on the way. */
export async function answerStep(given: unknown, posted: unknown): Promise<StepState> {
  const before = stateSchema.parse(given);
  const form = formOf(posted);
  const result = await runAction(sentSchema, sent(form), async (actor, input) => {
    const { stage, step, screens, values, go } = input;
    const begun = { screens, answered: Object.keys(values) };
    const { steps } = await loadCheckInForm(actor, stage, { begun });
    const next = nextStep(steps, before, { step, values, go });
    if ("state" in next) return next;
    const { idempotencyKey, corrects, reason, onDay } = input;
    const report = checkInSchema.safeParse({
      idempotencyKey,
      stage,
      answers: next.answers,
      ...(onDay === null ? {} : { onDay }),
      ...(corrects === null ? {} : { corrects: { checkInId: corrects, reason } }),
    });
    if (!report.success) throw new Invalid(fieldErrors(report.error));
    const taken = await takeCheckIn(actor, report.data);
    // What is kept aside has an answer too, by its key.
    return { answerId: taken.isKept ? idempotencyKey : taken.answer.checkInId };
  });
  if (result.status === "done") {
    if ("answerId" in result.value) redirect(`/my/today/check-in/${result.value.answerId}`);
    return result.value.state;
  }
  if (result.status === "conflict") {
    // The same form was sent before with other answers: its answer stands, and is the place to correct it.
    const first = z.object({ checkInId: z.uuid() }).safeParse(result.current).data;
    if (first) redirect(`/my/today/check-in/${first.checkInId}`);
  }
  return { ...before, attempt: before.attempt + 1, values: sentValues(form), errors: { form: "failed" } };
}

/** The form's fields; every field that is not about the form itself is an answer. */
function sent(form: FormData) {
  const orNull = (name: string) => (form.get(name) === "" ? null : form.get(name));
  return {
    stage: form.get("stage"),
    idempotencyKey: form.get("idempotencyKey"),
    corrects: orNull("corrects"),
    reason: form.get("reason"),
    onDay: orNull("onDay"),
    step: form.get("step"),
    screens: form.get("screens") ?? "31",
    go: form.get("go") ?? "on",
    values: sentValues(form),
  };
}
