import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { confirmIdentity } from "@/lib/access/sign-in";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { sign } from "@/lib/records/signature";
import type { PublishTemplateInput, StandingTemplateDraft } from "@/lib/schemas/template";
import { lockDraftOf } from "./own-draft";
import { lockOwnTemplate } from "./own-template";
import { reviewDraft, type ReviewedDraft } from "./review-draft";
import { loadVersionContent } from "./version-digest";
import { writeVersion } from "./write-version";

/**
 * Publishes the draft of an own template as its next version, signed, for ever as it is. Assigned programs keep the version that they have.
 * @returns the number of the version
 * @throws {Conflict} when the draft is no longer the one that was read
 * @throws {Invalid} on `password`, on what makes it no template ("phases.2.dayStart", "lines.4.overrideReason"), and on `lessStrictReason` where it
 *   is less strict than the shipped protocol and nobody says why
 * @throws {Refused} `blockedLines` with the findings, `templateRetired`
 */
export async function publishTemplate(
  actor: Actor,
  input: PublishTemplateInput,
  now: Date = new Date(),
): Promise<{ number: number }> {
  requirePermission(actor, "template.publish");
  await confirmIdentity(actor, input.password);
  return inClinic(actor, async (tx) => {
    const { clinicId } = actor;
    const { templateId } = input;
    await lockOwnTemplate(tx, actor, templateId);
    const draft = await lockDraftOf(tx, actor, templateId);
    if (!draft) throw new NotFound("template draft");
    if (draft.version !== input.version || draft.phasesVersion !== input.phasesVersion)
      throw new Conflict("draft", draft);
    await waitForOwnExercises(tx, clinicId, draft);
    const reviewed = await reviewDraft(tx, clinicId, draft);
    refuse(draft, reviewed, input.lessStrictReason);
    const last = await tx.templateVersion.count({ where: { clinicId, templateId } });
    const { note, lessStrictReason } = input;
    const { lessStrict } = reviewed;
    const reason = lessStrict.length > 0 ? lessStrictReason : null;
    const number = last + 1;
    const versionId = await writeVersion(tx, clinicId, draft, reviewed, { number, note, lessStrictReason: reason });
    const content = (await loadVersionContent(tx, clinicId, templateId)).get(number);
    const { printedName: publishedName, signedAt, meaning, sha256 } = sign(actor, "published", content, now);
    await tx.templateVersion.updateMany({
      where: { clinicId, id: versionId },
      data: { publishedAt: new Date(signedAt), publishedById: actor.userId, publishedName, meaning, sha256 },
    });
    const { title, techniques } = draft.facts;
    await tx.template.updateMany({ where: { clinicId, id: templateId }, data: { title, techniques } });
    await tx.templateDraft.deleteMany({ where: { clinicId, templateId } });
    await recordAct(tx, actor, "template.publish", { kind: "template", id: templateId });
    return { number };
  });
}

/** Whoever changes or retires an own exercise now does so before this is judged, or once it stands. */
async function waitForOwnExercises(tx: Tx, clinicId: string, { lines }: StandingTemplateDraft): Promise<void> {
  const own = lines.map(({ exercise }) => exercise).filter((code) => code.startsWith("own-"));
  if (own.length === 0) return;
  await tx.$queryRaw`SELECT 1 FROM exercise WHERE clinic_id = ${clinicId}::uuid AND code = ANY (${own}::text[]) ORDER BY code FOR SHARE`;
}

function refuse({ lines }: StandingTemplateDraft, { review, lessStrict, exercises }: ReviewedDraft, why: string): void {
  const blocked = review.lines.filter(({ verdict }) => verdict === "block");
  const general = review.findings.filter(({ severity }) => severity === "block");
  if (blocked.length > 0 || general.length > 0) {
    throw new Refused("blockedLines", [...blocked.flatMap(({ findings }) => findings), ...general]);
  }
  const fields: Record<string, string> = { ...review.problems };
  lines.forEach(({ exercise }, index) => {
    if (exercises.get(exercise)?.isRetired) fields[`lines.${String(index)}.exercise`] = "retired";
  });
  if (lessStrict.length > 0 && why === "") fields["lessStrictReason"] = "templateLessStrict";
  if (Object.keys(fields).length > 0) throw new Invalid(fields);
}
