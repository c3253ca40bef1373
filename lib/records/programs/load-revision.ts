import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { z } from "zod";
import { clearanceKeys, type ClearanceKey, type Dosage, type Text } from "@/lib/clinical/facts";
import type { Finding } from "@/lib/clinical/finding";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { digestOf } from "@/lib/records/signature";
import { findingsSchema } from "@/lib/schemas/finding";
import { dosageSchema } from "@/lib/schemas/dosage";
import { exerciseFactsSchema } from "@/lib/schemas/stored-facts";
import { textSchema } from "@/lib/schemas/text";
import { loadRevisionContent, type LineContent } from "./revision-content";

export type RevisionLine = {
  position: number;
  name: Text;
  dosage: Dosage;
  opensOn: string;
  heldBackUntil: string | null;
  needsKeys: ClearanceKey[];
  noteToPatient: string | null;
  overrideReason: string | null;
  findings: Finding[];
};
/** A signed revision as it is read; `isGenuine` is what the verifier found when it was loaded. */
export type RevisionPage = {
  number: number;
  signedName: string;
  signedAt: string;
  meaning: string;
  sha256: string;
  isGenuine: boolean;
  isCurrent: boolean;
  phases: { n: number; name: Text; dayStart: number; lines: RevisionLine[] }[];
};

/**
 * One signed revision of a patient, with its signature verified: the digest is computed again over every stored column.
 * @throws {NotFound} where there is none for this clinician
 */
export async function loadRevision(actor: Actor, patientId: string, number: number): Promise<RevisionPage> {
  requirePermission(actor, "patient.read");
  return inClinic(actor, async (tx) => {
    const { clinicId } = actor;
    const revision = await tx.programRevision.findFirst({
      where: {
        clinicId,
        patientId,
        number,
        patient: { careTeam: { some: { userId: actor.userId, leftAt: null } } },
      },
      include: { program: true },
      orderBy: { signedAt: "desc" },
    });
    if (!revision) throw new NotFound("revision");
    const content = await loadRevisionContent(tx, clinicId, revision);
    const exercises = await tx.exercise.findMany({
      where: { clinicId, id: { in: content.lines.map(({ exerciseId }) => exerciseId) } },
      select: { id: true, facts: true },
    });
    const nameOf = new Map(exercises.map(({ id, facts }) => [id, exerciseFactsSchema.parse(facts).name]));
    await recordAct(tx, actor, "program.verify", { kind: "revision", id: revision.id, patientId });
    const { signedById: signerId, signedName: printedName, meaning } = revision;
    const signedAt = revision.signedAt.toISOString();
    return {
      number,
      signedName: printedName,
      signedAt,
      meaning,
      sha256: revision.sha256,
      isGenuine: digestOf({ signerId, printedName, signedAt, meaning, content }) === revision.sha256,
      isCurrent: revision.program.currentRevision === number,
      phases: content.phases.map((phase) => ({
        n: phase.n,
        name: textSchema.parse(named(phase.facts)),
        dayStart: phase.dayStart,
        lines: content.lines
          .filter((line) => line.phase === phase.n)
          .map((line) => ({
            position: line.position,
            name: nameOf.get(line.exerciseId) ?? { en: line.exerciseCode, es: line.exerciseCode },
            dosage: dosageSchema.parse(dosageKeys(line)),
            opensOn: line.opensOn,
            heldBackUntil: line.heldBackUntil,
            needsKeys: z.array(z.enum(clearanceKeys)).parse(line.needsKeys),
            noteToPatient: line.noteToPatient,
            overrideReason: line.overrideReason,
            findings: findingsSchema.parse(line.findings),
          })),
      })),
    };
  });
}

function dosageKeys({ sets, reps, holdSec, restSec, durationMin, perDay, perWeek, loadKg, rpeMax, side }: LineContent) {
  return { sets, reps, holdSec, restSec, durationMin, perDay, perWeek, loadKg, rpeMax, side };
}

function named(facts: unknown): unknown {
  return typeof facts === "object" && facts !== null && "name" in facts ? facts.name : undefined;
}
