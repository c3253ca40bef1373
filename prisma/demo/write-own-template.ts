import { v7 as newId } from "uuid";
import type { Actor } from "@/lib/access/actor";
import { demoPassword } from "@/lib/access/demo-password";
import type { Tx } from "@/lib/db/in-clinic";
import { sign } from "@/lib/records/signature";
import { editTemplate } from "@/lib/records/templates/edit-template";
import { loadTemplateDraft } from "@/lib/records/templates/load-template-draft";
import { publishTemplate } from "@/lib/records/templates/publish-template";
import { reviewDraft } from "@/lib/records/templates/review-draft";
import { saveTemplateDraft } from "@/lib/records/templates/save-template-draft";
import { loadShipped } from "@/lib/records/templates/version-content";
import { loadVersionContent } from "@/lib/records/templates/version-digest";
import { writeVersion } from "@/lib/records/templates/write-version";

const title = { en: "Stabilization without fusion, our way", es: "Estabilización sin fusión, a nuestra manera" };

/** The protocol that the demo clinic has a template of its own for. */
export const ownProtocol = "hardware-stabilisation";

/**
 * Version 1 of the clinic's own template, published before anybody is assigned it, inside the transaction that makes the demo.
 * @returns its ids
 */
export async function writeOwnTemplate(
  tx: Tx,
  actor: Actor,
  at: Date,
): Promise<{ templateId: string; versionId: string }> {
  const { clinicId, userId } = actor;
  await tx.$queryRaw`SELECT set_config('app.actor_id', ${userId}, true), set_config('app.actor_role', 'therapist', true)`;
  const shipped = await loadShipped(tx, clinicId, ownProtocol);
  const templateId = newId();
  const { techniques } = shipped.facts;
  await tx.template.createMany({
    data: {
      ...{ clinicId, id: templateId, origin: "clinic", protocolId: ownProtocol, title, techniques, createdAt: at },
      ...{ begunFromId: shipped.versionId, createdById: userId },
    },
  });
  const basedOn = { id: shipped.versionId, number: 1, isOwn: false };
  const draft = {
    ...{ templateId, facts: { ...shipped.facts, title }, lines: shipped.lines, version: 1, phasesVersion: 1, basedOn },
    ...{ changedAt: at.toISOString(), changedBy: actor.displayName },
  };
  const reviewed = await reviewDraft(tx, clinicId, draft);
  const said = { number: 1, note: "As the protocol has it; ours from here on.", lessStrictReason: null };
  const versionId = await writeVersion(tx, clinicId, draft, reviewed, said);
  const content = (await loadVersionContent(tx, clinicId, templateId)).get(1);
  const { printedName: publishedName, signedAt, meaning, sha256 } = sign(actor, "published", content, at);
  await tx.templateVersion.updateMany({
    where: { clinicId, id: versionId },
    data: { publishedAt: new Date(signedAt), publishedById: userId, publishedName, meaning, sha256 },
  });
  return { templateId, versionId };
}

/** Version 2, by the product's own verbs: who runs by version 1 goes on by it until somebody proposes the change. */
export async function publishSecondVersion(actor: Actor, templateId: string, at: Date): Promise<void> {
  await editTemplate(actor, templateId);
  const { version, lines } = await loadTemplateDraft(actor, templateId);
  const eased = lines.map((line) =>
    line.starting && line.dosage.sets === 2 ? { ...line, dosage: { ...line.dosage, sets: 1 } } : line,
  );
  await saveTemplateDraft(actor, { templateId, version, lines: eased });
  const { phasesVersion } = await loadTemplateDraft(actor, templateId);
  const note = "One set to begin with: our patients did two with too much soreness.";
  const signed = {
    templateId,
    version: version + 1,
    phasesVersion,
    note,
    lessStrictReason: "",
    password: demoPassword,
  };
  await publishTemplate(actor, signed, at);
}
