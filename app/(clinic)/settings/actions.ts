"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { type ActionResult, runAction } from "@/lib/action";
import { formOf } from "@/lib/form-data";
import { changeSettings } from "@/lib/records/settings/change-settings";
import { reviewDefaults } from "@/lib/records/settings/review-defaults";
import { changeSettingsSchema, crisisLineSchema, reviewDefaultsSchema } from "@/lib/schemas/settings";
import type { FormState } from "./_components/form-state";

/** The state travels through the browser and back: one that is not ours begins anew. */
const givenState = z.object({ attempt: z.number().int().min(0).max(100_000) }).catch({ attempt: 0 });

/** Saves the numbers of a view; what was typed stays when they cannot stand. */
export async function changeNumbers(given: unknown, posted: unknown): Promise<FormState> {
  const form = formOf(posted);
  const numbers = textFields(form).filter(([name]) => name.startsWith(prefix));
  const input = {
    version: form.get("version"),
    reason: form.get("reason"),
    values: Object.fromEntries(new Map(numbers.map(([name, text]) => [cut(name), text]))),
    reset: form.getAll("reset"),
  };
  return answer(given, form, await runAction(changeSettingsSchema, input, changeSettings));
}

/** Switches the question about self-harm on with a staffed line, changes the line, or switches it off. */
export async function changeCrisisLine(given: unknown, posted: unknown): Promise<FormState> {
  const form = formOf(posted);
  const input = {
    version: form.get("version"),
    reason: form.get("crisisReason"),
    crisisPhone: form.get("crisisPhone"),
    isStaffed: form.get("isStaffed") === "on",
  };
  const result = await runAction(crisisLineSchema, input, (actor, { version, reason, crisisPhone }) =>
    changeSettings(actor, { version, reason, values: {}, reset: [], crisisPhone: crisisPhone || null }),
  );
  return answer(given, form, result);
}

/** Signs the review of the defaults for one's own role. */
export async function signReview(given: unknown, posted: unknown): Promise<FormState> {
  const form = formOf(posted);
  const input = { version: form.get("version"), password: form.get("password") };
  const result = await runAction(reviewDefaultsSchema, input, async (actor, review) => {
    await reviewDefaults(actor, review);
    return { version: review.version };
  });
  return answer(given, form, result);
}

const prefix = "values.";
const cut = (name: string) => name.slice(prefix.length);

function answer(given: unknown, form: FormData, result: ActionResult<{ version: number }>): FormState {
  if (result.status === "done") revalidatePath("/settings", "layout");
  const attempt = givenState.parse(given).attempt + 1;
  return { ...result, attempt, typed: result.status === "done" ? {} : typedIn(form) };
}

/** What was typed and ticked, with the version that was read, so that a conflict stays one until the page is read anew; never a password. */
function typedIn(form: FormData): FormState["typed"] {
  const fields = textFields(form).filter(([name]) => name !== "password" && !name.startsWith("$"));
  return Object.fromEntries(
    new Map(fields.map(([name, text]) => (name === "reset" ? [`reset.${text}`, "on"] : [name, text]))),
  );
}

function textFields(form: FormData): [string, string][] {
  return [...form].flatMap(([name, value]): [string, string][] => (typeof value === "string" ? [[name, value]] : []));
}
