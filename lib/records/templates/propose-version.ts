import { v7 as newId } from "uuid";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { carriesPhase, mergeTemplate } from "@/lib/draft/template-merge";
import { NotFound } from "@/lib/errors";
import { canonicalJson } from "@/lib/records/canonical-json";
import { recordAct } from "@/lib/records/audit/record-act";
import { currentLines } from "@/lib/records/programs/reopen-draft";
import { proposedSchema, type ProposedOf } from "@/lib/schemas/proposed";
import type { ProposeVersionInput } from "@/lib/schemas/template";
import { switchRefusal, type SwitchRefusal } from "./refuse-switch";
import { loadVersion, type VersionContent } from "./version-content";

/**
 * What became of the proposal for one program: drafted; a draft that is open already was left alone; it runs by the newest version already, or that
 * one changes nothing in its exercises and phases; it has ended or was never signed; it is not, or no longer, the actor's; or the newer version may
 * not be taken over without a decision of its own, also because what was done by hand would stand in another stage.
 */
export type ProposalOutcome =
  "drafted" | "open-draft" | "newest" | "same" | "not-running" | "gone" | "handInOtherStage" | SwitchRefusal;

/**
 * Drafts the newest version of a template for programs of the actor's patients that run by an older one: what was changed by hand stays, the rest
 * follows the template. Each draft is read and signed by itself; until then nothing changes for the patient. One program's outcome does not touch
 * another's. The read of each program is in the audit of its draft.
 * @returns the outcome of each program, by its id
 * @throws {NotFound} where the clinic has no such template, or no version of it is published
 */
export async function proposeVersion(
  actor: Actor,
  { templateId, programIds }: ProposeVersionInput,
): Promise<{ programId: string; outcome: ProposalOutcome }[]> {
  requirePermission(actor, "program.write");
  const answers: { programId: string; outcome: ProposalOutcome }[] = [];
  const versions = new Map<string, Promise<VersionContent>>();
  for (const programId of new Set(programIds)) {
    const outcome = await inClinic(actor, (tx) => proposeOne(tx, actor, { templateId, programId }, versions));
    answers.push({ programId, outcome });
  }
  return answers;
}

async function proposeOne(
  tx: Tx,
  actor: Actor,
  { templateId, programId }: { templateId: string; programId: string },
  versions: Map<string, Promise<VersionContent>>,
): Promise<ProposalOutcome> {
  const { clinicId, userId } = actor;
  await tx.$queryRaw`SELECT 1 FROM program WHERE clinic_id = ${clinicId}::uuid AND id = ${programId}::uuid FOR NO KEY UPDATE`;
  const program = await tx.program.findFirst({
    where: {
      ...{ clinicId, id: programId, templateVersion: { templateId } },
      patient: { careTeam: { some: { userId, leftAt: null } } },
    },
    include: { templateVersion: true, draft: true },
  });
  const newest = await tx.templateVersion.findFirst({
    where: { clinicId, templateId, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: { id: true, number: true },
  });
  if (!newest) throw new NotFound("template version");
  if (!program) return "gone";
  const { patientId, currentRevision: number, templateVersion } = program;
  if (number === null || !["active", "held"].includes(program.state)) return "not-running";
  if (program.draft && !isOlderProposal(program.draft, newest.number)) return "open-draft";
  if (newest.number <= templateVersion.number) return "newest";
  const refusal = await switchRefusal(tx, clinicId, { programId, templateVersionId: newest.id });
  if (refusal !== null) return refusal;
  const of = (id: string) => {
    const known = versions.get(id) ?? loadVersion(tx, clinicId, id);
    versions.set(id, known);
    return known;
  };
  const [base, theirs] = [await of(templateVersion.id), await of(newest.id)];
  const mine = await currentLines(tx, clinicId, { programId, number });
  const { lines, kept, handPhases, isChange } = mergeTemplate(base.lines, mine, theirs.lines, newId);
  const [was, now] = [base.facts.phases, theirs.facts.phases];
  if (handPhases.some((n) => !carriesPhase(was, now, n))) return "handInOtherStage";
  const isSamePhases = canonicalJson(was) === canonicalJson(now);
  if (lines.length === 0 || (!isChange && isSamePhases)) return "same";
  const proposed: ProposedOf<"template"> = {
    ...{ kind: "template", templateId, kept },
    from: { versionId: templateVersion.id, number: templateVersion.number },
    to: { versionId: newest.id, number: newest.number },
  };
  const data = { lines, proposed, startPhase: program.currentPhase ?? 1, templateVersionId: newest.id };
  const { count } = program.draft
    ? await tx.programDraft.updateMany({
        where: { clinicId, programId, version: program.draft.version },
        data: { ...data, version: { increment: 1 }, changedAt: new Date() },
      })
    : await tx.programDraft.createMany({ data: { clinicId, programId, patientId, ...data }, skipDuplicates: true });
  if (count === 0) return "open-draft";
  await recordAct(tx, actor, "template.propose", { kind: "program", id: programId, patientId });
  return "drafted";
}

/** A draft by an earlier version that nobody has touched: the newer proposal takes its place. */
function isOlderProposal(draft: { changedById: string | null; proposed: unknown }, newest: number): boolean {
  if (draft.changedById !== null || draft.proposed === null) return false;
  const proposed = proposedSchema.parse(draft.proposed);
  return proposed.kind === "template" && proposed.to.number < newest;
}
