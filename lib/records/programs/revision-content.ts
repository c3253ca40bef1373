import { z } from "zod";
import type { Tx } from "@/lib/db/in-clinic";
import type { Prisma } from "@/lib/db/generated/client";
import { dayOf } from "@/lib/dates";

/** Every column of a signed revision but its own ids and the signature: what the digest covers. */
export type RevisionContent = {
  patientId: string;
  programId: string;
  number: number;
  phases: PhaseContent[];
  lines: LineContent[];
};
export type PhaseContent = {
  n: number;
  facts: unknown;
  dayStart: number;
  dayEndExclusive: number | null;
  entryKeys: string[];
};
export type LineContent = {
  phase: number;
  position: number;
  exerciseId: string;
  exerciseCode: string;
  sets: number | null;
  reps: number | null;
  holdSec: number | null;
  restSec: number | null;
  durationMin: number | null;
  perDay: number | null;
  perWeek: number | null;
  loadKg: number | null;
  rpeMax: number | null;
  side: string | null;
  noteToPatient: string | null;
  opensOn: string;
  needsKeys: string[];
  isLoadedLifting: boolean;
  heldBackUntil: string | null;
  findings: unknown;
  overrideReason: string | null;
  templateLineId: string | null;
};

/** The content as the rows hold it; a verifier computes the digest over this. */
export async function loadRevisionContent(
  tx: Tx,
  clinicId: string,
  revision: { id: string; programId: string; patientId: string; number: number },
): Promise<RevisionContent> {
  const phases = await tx.programPhase.findMany({
    where: { clinicId, revisionId: revision.id },
    orderBy: { n: "asc" },
    select: { n: true, facts: true, dayStart: true, dayEndExclusive: true, entryKeys: true },
  });
  const lines = await tx.prescribedExercise.findMany({
    where: { clinicId, revisionId: revision.id },
    orderBy: [{ phase: "asc" }, { position: "asc" }],
    omit: { clinicId: true, id: true, revisionId: true, patientId: true },
  });
  const { patientId, programId, number } = revision;
  return {
    patientId,
    programId,
    number,
    phases,
    lines: lines.map(({ loadKg, opensOn, ...line }) => ({
      ...line,
      loadKg: loadKg === null ? null : loadKg.toNumber(),
      opensOn: dayOf(opensOn),
    })),
  };
}

/** A line of the content as a row. */
export function lineRow(
  ids: { clinicId: string; revisionId: string; patientId: string },
  { opensOn, findings, ...line }: LineContent,
): Prisma.PrescribedExerciseCreateManyInput {
  return { ...ids, ...line, opensOn: new Date(`${opensOn}T00:00:00Z`), findings: jsonOf(findings) };
}

/** A phase of the content as a row. */
export function phaseRow(
  ids: { clinicId: string; revisionId: string; patientId: string },
  { facts, ...phase }: PhaseContent,
): Prisma.ProgramPhaseCreateManyInput {
  return { ...ids, ...phase, facts: jsonOf(facts) };
}

function jsonOf(value: unknown): Prisma.InputJsonValue {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  return z.json().parse(copy) ?? {};
}
