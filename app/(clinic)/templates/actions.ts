"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { runAction, type ActionResult } from "@/lib/action";
import { formOf } from "@/lib/form-data";
import { beginTemplate } from "@/lib/records/templates/begin-template";
import { discardDraft } from "@/lib/records/templates/discard-draft";
import { editTemplate } from "@/lib/records/templates/edit-template";
import { proposeVersion, type ProposalOutcome } from "@/lib/records/templates/propose-version";
import { publishTemplate } from "@/lib/records/templates/publish-template";
import { renameTemplate } from "@/lib/records/templates/rename-template";
import { retireTemplate } from "@/lib/records/templates/retire-template";
import {
  beginTemplateSchema,
  proposeVersionSchema,
  publishTemplateSchema,
  renameTemplateSchema,
  retireTemplateSchema,
  templateIdSchema,
} from "@/lib/schemas/template";
import { showAnew } from "@/lib/show-anew";
import { templateAnswer, type TemplateAnswer } from "./_components/template-answer";

export async function beginTemplateAction(_before: unknown, posted: unknown): Promise<TemplateAnswer> {
  const form = formOf(posted);
  const [kind, id = ""] = text(form, "from").split(":");
  const from = kind === "program" ? { kind, programId: id } : { kind: "template", templateId: id };
  const input = { from, title: { en: text(form, "titleEn"), es: text(form, "titleEs") } };
  const result = await runAction(beginTemplateSchema, input, (actor, begun) => beginTemplate(actor, begun));
  if (result.status === "done") redirect(`/templates/${result.value.templateId}/edit`);
  return templateAnswer(
    named(result, { "title.en": "titleEn", "title.es": "titleEs", "from.templateId": "from" }),
    form,
  );
}

/** Begins the next version, or goes on with the draft that is open. */
export async function editTemplateAction(posted: unknown): Promise<void> {
  const templateId = text(formOf(posted), "templateId");
  const result = await runAction(templateIdSchema, { templateId }, (actor, of) => editTemplate(actor, of.templateId));
  redirect(result.status === "done" ? `/templates/${templateId}/edit` : "/templates");
}

export async function discardDraftAction(posted: unknown): Promise<void> {
  const templateId = text(formOf(posted), "templateId");
  const result = await runAction(templateIdSchema, { templateId }, (actor, of) => discardDraft(actor, of.templateId));
  redirect(result.status === "done" && result.value.stays ? `/templates/${templateId}` : "/templates");
}

export async function renameTemplateAction(_before: unknown, posted: unknown): Promise<TemplateAnswer> {
  const form = formOf(posted);
  const lines = text(form, "techniques").split("\n");
  const input = {
    ...{ templateId: text(form, "templateId"), phasesVersion: Number(text(form, "phasesVersion")) },
    title: { en: text(form, "titleEn"), es: text(form, "titleEs") },
    techniques: lines.filter((line) => line.trim() !== ""),
  };
  const result = await runAction(renameTemplateSchema, input, async (actor, renamed) => {
    await renameTemplate(actor, renamed);
    return null;
  });
  showAnew(result, "/templates");
  return templateAnswer(named(result, { "title.en": "titleEn", "title.es": "titleEs" }), form);
}

export async function publishTemplateAction(_before: unknown, posted: unknown): Promise<TemplateAnswer> {
  const form = formOf(posted);
  const templateId = text(form, "templateId");
  const input = {
    ...{ templateId, version: Number(text(form, "version")), phasesVersion: Number(text(form, "phasesVersion")) },
    ...{ note: text(form, "note"), lessStrictReason: text(form, "lessStrictReason"), password: text(form, "password") },
  };
  const result = await runAction(publishTemplateSchema, input, (actor, published) => publishTemplate(actor, published));
  showAnew(result, "/templates");
  if (result.status === "done") redirect(`/templates/${templateId}`);
  return templateAnswer(result, form);
}

export async function retireTemplateAction(_before: unknown, posted: unknown): Promise<TemplateAnswer> {
  const form = formOf(posted);
  const input = { templateId: text(form, "templateId"), reason: text(form, "reason") };
  const result = await runAction(retireTemplateSchema, input, async (actor, retired) => {
    await retireTemplate(actor, retired);
    return null;
  });
  showAnew(result, "/templates");
  return templateAnswer(result, form);
}

export type ProposeAnswer = TemplateAnswer & { outcomes: { programId: string; outcome: ProposalOutcome }[] };

export async function proposeVersionAction(_before: unknown, posted: unknown): Promise<ProposeAnswer> {
  const form = formOf(posted);
  const programIds = form.getAll("programIds").filter((value) => typeof value === "string");
  const input = { templateId: text(form, "templateId"), programIds };
  const result = await runAction(proposeVersionSchema, input, (actor, proposed) => proposeVersion(actor, proposed));
  showAnew(result, "/templates");
  return { ...templateAnswer(result, form), outcomes: result.status === "done" ? result.value : [] };
}

function text(form: FormData, name: string): string {
  return z.string().catch("").parse(form.get(name));
}

/** The fields by their names on the page, where they differ from those of the verb's input. */
function named<T>(result: ActionResult<T>, names: Readonly<Record<string, string>>): ActionResult<T> {
  if (result.status !== "invalid") return result;
  const fields = Object.entries(result.fields).map(([name, key]) => [names[name] ?? name, key] as const);
  return { status: "invalid", fields: Object.fromEntries(fields) };
}
