import { beginTemplate } from "@/lib/records/templates/begin-template";
import { loadTemplateDraft } from "@/lib/records/templates/load-template-draft";
import type { StandingTemplateDraft } from "@/lib/schemas/template";
import { acting, asActor, type TestUser } from "./factories";

/** The draft of a template that a therapist began from a shipped protocol. */
export async function aBegunTemplate(
  therapist: TestUser,
  protocolId = "fusion-lumbar",
): Promise<StandingTemplateDraft> {
  const where = { clinicId: therapist.clinic.id, protocolId, origin: "shipped" };
  const { id } = await acting(therapist, (tx) => tx.template.findFirstOrThrow({ where }));
  const title = { en: "Our lumbar fusion", es: "Nuestra fusión lumbar" };
  const { templateId } = await beginTemplate(asActor(therapist), { from: { kind: "template", templateId: id }, title });
  return loadTemplateDraft(asActor(therapist), templateId);
}
