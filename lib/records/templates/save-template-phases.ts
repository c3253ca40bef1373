import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { Conflict, Invalid, NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { SaveTemplatePhasesInput, StandingTemplateDraft, TemplateFacts } from "@/lib/schemas/template";
import { checkLines } from "./check-lines";
import { lockDraftOf } from "./own-draft";

/**
 * Replaces title, techniques and phases of a template's draft against the version that was read; with `moved` its lines too, against theirs, where
 * a phase was added or removed. Days, criteria and starting lines are judged when it is published: a draft may be half done.
 * @returns the new versions
 * @throws {Conflict} with the draft that stands now (`StandingTemplateDraft`), when somebody else was faster
 * @throws {NotFound} where no draft is open
 * @throws {Invalid} on `facts.phases` where they are not numbered from 1 on, on `facts.id` where the protocol is another one; as `checkLines`
 */
export async function saveTemplatePhases(
  actor: Actor,
  { templateId, phasesVersion, facts, moved }: SaveTemplatePhasesInput,
): Promise<{ version: number; phasesVersion: number }> {
  requirePermission(actor, "template.write");
  return inClinic(actor, async (tx) => {
    const { clinicId, userId: changedById } = actor;
    const draft = await lockDraftOf(tx, actor, templateId);
    if (!draft) throw new NotFound("template draft");
    const isStale = draft.phasesVersion !== phasesVersion || (moved && moved.version !== draft.version);
    if (isStale) throw new Conflict("draft", draft);
    refuseOther(facts, draft);
    await checkLines(tx, clinicId, draft, { lines: moved?.lines ?? draft.lines, phases: facts.phases.length });
    const version = draft.version + (moved ? 1 : 0);
    await tx.templateDraft.updateMany({
      where: { clinicId, templateId },
      data: {
        facts,
        phasesVersion: phasesVersion + 1,
        ...(moved && { lines: moved.lines, version }),
        ...{ changedAt: new Date(), changedById },
      },
    });
    await recordAct(tx, actor, "template.draft", { kind: "template", id: templateId });
    return { version, phasesVersion: phasesVersion + 1 };
  });
}

/** What a template is for stays as it was begun; the rules know it by that. */
function refuseOther(facts: TemplateFacts, { facts: before }: StandingTemplateDraft): void {
  const isSame = (["id", "procedureType", "region", "anchor"] as const).every((key) => facts[key] === before[key]);
  if (!isSame) throw new Invalid({ "facts.id": "chooseOne" });
  if (facts.phases.some(({ n }, index) => n !== index + 1)) throw new Invalid({ "facts.phases": "noSuchPhase" });
}
