"use server";

import { redirect } from "next/navigation";
import { runAction } from "@/lib/action";
import { formOf } from "@/lib/form-data";
import { signRevision } from "@/lib/records/programs/sign-revision";
import { programPatientSchema, signRevisionSchema } from "@/lib/schemas/revision";
import { showAnew } from "@/lib/show-anew";
import { signAnswer, type SignAnswer } from "./sign-answer";

/** Signs the draft and opens the program; a rule's refusal shows the page again, as the draft stands now. */
export async function signDraftAction(_before: unknown, posted: unknown): Promise<SignAnswer> {
  const form = formOf(posted);
  const text = (name: string) => form.get(name) ?? "";
  const askFor = form.getAll("askFor").filter((value) => typeof value === "string");
  const [version, question] = [Number(form.get("version")), text("question")];
  const follows = text("follows") === "" ? null : Number(text("follows"));
  const input = { programId: text("programId"), version, follows, askFor, question, password: text("password") };
  const result = await runAction(signRevisionSchema, input, (actor, signed) => signRevision(actor, signed));
  showAnew(result, "/patients/[patientId]");
  const patient = programPatientSchema.safeParse(form.get("patientId"));
  if (result.status === "done" && patient.success) redirect(`/patients/${patient.data}/program`);
  return signAnswer(result, { askFor, question: typeof question === "string" ? question : "" });
}
