"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { stages } from "@/lib/clinical/triage-content";
import { runAction } from "@/lib/action";
import { Invalid } from "@/lib/errors";
import { formOf } from "@/lib/form-data";
import { loadCheckInForm } from "@/lib/records/check-ins/load-form";
import { readQuestion, type SentValues } from "@/lib/check-in/read-question";
import { reportCheckIn } from "@/lib/records/check-ins/report-check-in";
import { checkInSchema } from "@/lib/schemas/check-in";
import { fieldErrors } from "@/lib/schemas/field-errors";
import type { StepState } from "./_components/step-state";

const sentSchema = z.strictObject({
  stage: z.enum(stages),
  idempotencyKey: z.uuid(),
  corrects: z.uuid().nullable(),
  reason: z.string().max(300),
  step: z.coerce.number().int().min(0).max(30),
  screens: z.coerce.number().int().min(1).max(31),
  go: z.enum(["on", "back"]),
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
  .catch(() => ({ step: 0, attempt: 0, values: {}, errors: {} }));

/** One screen further, one back, or all of it reported: then the answer's own page opens. Nothing that was chosen is lost on the way. */
export async function answerStep(given: unknown, posted: unknown): Promise<StepState> {
  const before = stateSchema.parse(given);
  const form = formOf(posted);
  const result = await runAction(sentSchema, sent(form), async (actor, input) => {
    const { stage, step, screens, values, go } = input;
    if (go === "back") return { state: { ...at(before, step - 1), values } };
    const { steps, context, content } = await loadCheckInForm(actor, stage, new Date(), {
      screens,
      answered: Object.keys(values),
    });
    const read = steps.map((questions) =>
      questions.map((question) => ({ name: question.name, ...readQuestion(question, values, context, content) })),
    );
    const wrongAt = read.findIndex(
      (questions, index) => index <= step && questions.some(({ error }) => error !== null),
    );
    if (wrongAt >= 0) {
      const errors = Object.fromEntries(
        (read[wrongAt] ?? []).flatMap(({ name, error }) => (error ? [[name, error]] : [])),
      );
      return { state: { ...at(before, wrongAt), values, errors } };
    }
    if (step + 1 < steps.length) return { state: { ...at(before, step + 1), values } };
    const answers = Object.fromEntries(read.flat().flatMap((question) => Object.entries(question.answers)));
    const { idempotencyKey, corrects, reason } = input;
    const report = checkInSchema.safeParse({
      idempotencyKey,
      stage,
      answers,
      ...(corrects === null ? {} : { corrects: { checkInId: corrects, reason } }),
    });
    if (!report.success) throw new Invalid(fieldErrors(report.error));
    return { reported: await reportCheckIn(actor, report.data) };
  });
  if (result.status === "done") {
    if ("reported" in result.value) redirect(`/my/today/check-in/${result.value.reported.checkInId}`);
    return result.value.state;
  }
  if (result.status === "conflict") {
    // The same form was sent before with other answers: its answer stands, and is the place to correct it.
    const first = z.object({ checkInId: z.uuid() }).safeParse(result.current).data;
    if (first) redirect(`/my/today/check-in/${first.checkInId}`);
  }
  return { ...before, attempt: before.attempt + 1, values: sent(form).values, errors: { form: "failed" } };
}

function at(before: StepState, step: number): StepState {
  return { step: Math.max(0, step), attempt: before.attempt + 1, values: {}, errors: {} };
}

const meta = ["stage", "idempotencyKey", "corrects", "reason", "step", "screens", "go"] as const;

/** The form's fields; every field that is not about the form itself is an answer. */
function sent(form: FormData) {
  const read = new Map<string, string[]>();
  for (const [name, value] of form) {
    const isMeta: boolean = meta.some((known) => known === name);
    if (isMeta || name.startsWith("$") || typeof value !== "string") continue;
    read.set(name, [...(read.get(name) ?? []), value]);
  }
  // A map first: a field may have any name, "constructor" too.
  const values = Object.fromEntries(read);
  const corrects = form.get("corrects");
  return {
    stage: form.get("stage"),
    idempotencyKey: form.get("idempotencyKey"),
    corrects: corrects === "" ? null : corrects,
    reason: form.get("reason"),
    step: form.get("step"),
    screens: form.get("screens") ?? "31",
    go: form.get("go") ?? "on",
    values: values satisfies SentValues,
  };
}
