import { v7 as newId } from "uuid";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { currentLines } from "@/lib/records/programs/reopen-draft";
import type { BeginTemplateInput, TemplateLine } from "@/lib/schemas/template";
import { loadVersion, newestVersionId, type VersionContent } from "./version-content";

/**
 * Begins a template of the clinic's own: a draft with the phases and lines of another template's newest version, or of a program's revision in
 * force. Of a program only exercises, dosages and phases are taken: no note, no reason, nothing of whom it is; that read is audited on the record.
 * @returns its id
 * @throws {NotFound} where the clinic has no such template with a published version, or the program is not of the actor's patients
 */
export async function beginTemplate(
  actor: Actor,
  { from, title }: BeginTemplateInput,
): Promise<{ templateId: string }> {
  requirePermission(actor, "template.write");
  return inClinic(actor, async (tx) => {
    const { clinicId, userId } = actor;
    const { versionId, facts, lines } =
      from.kind === "template"
        ? await ofTemplate(tx, clinicId, from.templateId)
        : await ofProgram(tx, actor, from.programId);
    const templateId = newId();
    await tx.template.create({
      data: {
        ...{ clinicId, id: templateId, origin: "clinic", protocolId: facts.id, title, techniques: facts.techniques },
        ...{ begunFromId: versionId, createdById: userId },
      },
    });
    await tx.templateDraft.create({
      data: {
        ...{ clinicId, templateId, basedOnVersionId: versionId, changedById: userId },
        ...{ facts: { ...facts, title }, lines: lines.map((line) => ({ ...line, id: crypto.randomUUID() })) },
      },
    });
    await recordAct(tx, actor, "template.begin", { kind: "template", id: templateId });
    return { templateId };
  });
}

async function ofTemplate(tx: Tx, clinicId: string, templateId: string): Promise<VersionContent> {
  const versionId = await newestVersionId(tx, clinicId, templateId);
  if (versionId === null) throw new NotFound("template");
  return loadVersion(tx, clinicId, versionId);
}

const mostStarting = 6;

async function ofProgram(tx: Tx, actor: Actor, programId: string): Promise<VersionContent> {
  const { clinicId, userId } = actor;
  const program = await tx.program.findFirst({
    where: { clinicId, id: programId, patient: { careTeam: { some: { userId, leftAt: null } } } },
    select: { patientId: true, templateVersionId: true, currentRevision: true },
  });
  if (!program || program.currentRevision === null) throw new NotFound("program");
  const version = await loadVersion(tx, clinicId, program.templateVersionId);
  const signed = await currentLines(tx, clinicId, { programId, number: program.currentRevision });
  await recordAct(tx, actor, "program.read", { kind: "program", id: programId, patientId: program.patientId });
  const origins = new Map(version.lines.map((line) => [nameOf(line), line]));
  const inPhase = new Map<number, number>();
  const taken = new Set<string>();
  const lines = signed.flatMap((line): TemplateLine[] => {
    const { phase, exercise, dosage } = line;
    if (taken.has(nameOf(line))) return [];
    taken.add(nameOf(line));
    const place = (inPhase.get(phase) ?? 0) + 1;
    inPhase.set(phase, place);
    const templateLineId = origins.get(nameOf(line))?.id ?? null;
    const starting = { starting: place <= mostStarting, startReason: null };
    return [
      { id: line.id, phase, exercise, dosage, noteToPatient: null, overrideReason: null, templateLineId, ...starting },
    ];
  });
  return { ...version, lines };
}

function nameOf({ phase, exercise }: Pick<TemplateLine, "phase" | "exercise">): string {
  return `${phase} ${exercise}`;
}
