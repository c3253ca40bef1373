"use server";

import { runAction, type ActionResult } from "@/lib/action";
import { formOf } from "@/lib/form-data";
import { changeRestriction } from "@/lib/records/restrictions/change-restriction";
import { confirmRestrictions } from "@/lib/records/restrictions/confirm-restrictions";
import { endRestriction } from "@/lib/records/restrictions/end-restriction";
import { orderRestrictions } from "@/lib/records/restrictions/order-restrictions";
import { setLiftStep } from "@/lib/records/restrictions/set-lift-step";
import { verifyRestriction, type RestrictionVerification } from "@/lib/records/restrictions/verify-restriction";
import {
  changeRestrictionSchema,
  confirmRestrictionsSchema,
  endRestrictionSchema,
  orderRestrictionsSchema,
  setLiftStepSchema,
  verifyRestrictionSchema,
} from "@/lib/schemas/restriction";
import { showAnew } from "@/lib/show-anew";
import { formAnswer, texts, type FormAnswer } from "./_components/form-answer";
import { fieldNames, termsIn } from "./_components/restrictions/restriction-form";

export async function orderRestrictionAction(_before: unknown, posted: unknown): Promise<FormAnswer> {
  const form = formOf(posted);
  const input = {
    patientId: form.get("patientId"),
    restrictions: [termsIn(form, "new")],
    password: form.get("password-new"),
  };
  const result = await runAction(orderRestrictionsSchema, input, (actor, parsed) => orderRestrictions(actor, parsed));
  return answered(result, form, fieldNames("restrictions.0.", "new"));
}

/** Several that are usual for the protocol; each was shown with its terms, and these are what comes back. */
export async function orderUsualAction(_before: unknown, posted: unknown): Promise<FormAnswer> {
  const form = formOf(posted);
  const restrictions = texts(form, "usual").map(parsed);
  const input = { patientId: form.get("patientId"), restrictions, password: form.get("password-usual") };
  const result = await runAction(orderRestrictionsSchema, input, (actor, given) => orderRestrictions(actor, given));
  const places = ["kind", "untilDate", "untilPhase", "untilClearance"].flatMap((field) =>
    restrictions.map((_, index) => [`restrictions.${index}.${field}`, "usual"] as const),
  );
  const names = { ...Object.fromEntries(places), restrictions: "usual", password: "password-usual" };
  return answered(result, form, names);
}

export async function changeRestrictionAction(_before: unknown, posted: unknown): Promise<FormAnswer> {
  const form = formOf(posted);
  const suffix = suffixOf(form);
  const input = {
    patientId: form.get("patientId"),
    restrictionId: form.get("restrictionId"),
    terms: termsIn(form, suffix),
    password: form.get(`password-${suffix}`),
  };
  const result = await runAction(changeRestrictionSchema, input, (actor, given) => changeRestriction(actor, given));
  return answered(result, form, fieldNames("terms.", suffix));
}

export async function setLiftStepAction(_before: unknown, posted: unknown): Promise<FormAnswer> {
  const form = formOf(posted);
  const [step = ""] = texts(form, "liftStep");
  const [restrictionId = ""] = texts(form, "restrictionId");
  const input = { patientId: form.get("patientId"), password: form.get("password-lift") };
  const set = { ...input, restrictionId: restrictionId === "" ? null : restrictionId, kg: parsed(step) };
  const result = await runAction(setLiftStepSchema, set, (actor, given) => setLiftStep(actor, given));
  const fields = ["", "kind", "kg", "untilDate"].map((field) => (field === "" ? "" : `.${field}`));
  const at = (place: string) => fields.map((field) => [`${place}${field}`, "liftStep"] as const);
  const places = Object.fromEntries([...at("terms"), ...at("restrictions.0")]);
  const names = { ...places, kg: "liftStep", password: "password-lift" };
  return answered(result, form, names);
}

export async function endRestrictionAction(_before: unknown, posted: unknown): Promise<FormAnswer> {
  const form = formOf(posted);
  const suffix = `end-${suffixOf(form)}`;
  const input = {
    patientId: form.get("patientId"),
    restrictionId: form.get("restrictionId"),
    reason: form.get(`endNote-${suffix}`),
    password: form.get(`password-${suffix}`),
  };
  const result = await runAction(endRestrictionSchema, input, (actor, given) => endRestriction(actor, given));
  return answered(result, form, fieldNames("", suffix));
}

export async function confirmRestrictionsAction(_before: unknown, posted: unknown): Promise<FormAnswer> {
  const form = formOf(posted);
  const input = {
    patientId: form.get("patientId"),
    restrictionIds: texts(form, "restrictionIds"),
    password: form.get("password-confirm"),
  };
  const result = await runAction(confirmRestrictionsSchema, input, async (actor, given) => {
    await confirmRestrictions(actor, given);
    return null;
  });
  return answered(result, form, { password: "password-confirm" });
}

export async function verifyRestrictionAction(input: unknown): Promise<ActionResult<RestrictionVerification>> {
  return runAction(verifyRestrictionSchema, input, (actor, { decisionId }) => verifyRestriction(actor, decisionId));
}

/** Which of the page's forms it is. */
function suffixOf(form: FormData): string {
  const id = form.get("restrictionId");
  return typeof id === "string" ? id : "";
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** What the page gets back; a password is never sent back to it. */
function answered(
  result: Parameters<typeof formAnswer>[0],
  form: FormData,
  names: Readonly<Record<string, string>>,
): FormAnswer {
  showAnew(result, "/patients/[patientId]");
  for (const name of new Set(form.keys())) if (name.startsWith("password")) form.delete(name);
  return formAnswer(result, form, names);
}
