import type { Actor } from "@/lib/access/actor";
import { beginTemplate } from "@/lib/records/templates/begin-template";
import { loadTemplateDraft } from "@/lib/records/templates/load-template-draft";
import { publishTemplate } from "@/lib/records/templates/publish-template";
import type { PublishTemplateInput, StandingTemplateDraft } from "@/lib/schemas/template";
import { aClinic, acting, asActor, aTherapist, testPassword, type TestUser } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";

export const title = { en: "Our lumbar fusion", es: "Nuestra fusión lumbar" };

/** A draft begun from the shipped lumbar fusion, with its therapist. */
export async function aTemplateDraft(protocolId = "fusion-lumbar") {
  const clinic = await aClinic();
  const therapist = await aTherapist(clinic);
  const actor = asActor(therapist);
  const from = { kind: "template" as const, templateId: await shippedId(therapist, protocolId) };
  const { templateId } = await beginTemplate(actor, { from, title });
  return { clinic, therapist, actor, templateId, draft: await loadTemplateDraft(actor, templateId) };
}

/** The shipped template of a protocol. */
export async function shippedId(of: TestUser, protocolId: string): Promise<string> {
  const where = { clinicId: of.clinic.id, protocolId, origin: "shipped" };
  return (await acting(of, (tx) => tx.template.findFirstOrThrow({ where }))).id;
}

/** What somebody sends to publish the draft. */
export const published = (
  { templateId, version, phasesVersion }: StandingTemplateDraft,
  given: Partial<PublishTemplateInput> = {},
): PublishTemplateInput => ({
  ...{ templateId, version, phasesVersion, note: "As we do it here.", lessStrictReason: "", password: testPassword },
  ...given,
});

/** Publishes the draft as it stands. */
export async function publish(actor: Actor, templateId: string): Promise<number> {
  return (await publishTemplate(actor, published(await loadTemplateDraft(actor, templateId)))).number;
}

/** How often the act stands in the audit trail of the template. */
export async function acts(act: string, templateId: string): Promise<number> {
  const { rows }: { rows: { n: number }[] } = await aDatabase().superuser.query(
    "SELECT count(*)::int AS n FROM audit_event WHERE act = $1 AND subject_id = $2 AND outcome = 'done'",
    [act, templateId],
  );
  return rows[0]?.n ?? 0;
}
