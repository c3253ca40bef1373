import { z } from "zod";
import type { SystemActor } from "@/lib/access/actor";
import { dayOf } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { recordAct } from "@/lib/records/audit/record-act";
import { dosageSchema } from "@/lib/schemas/dosage";
import { findingsSchema } from "@/lib/schemas/finding";
import type { DraftLine } from "@/lib/schemas/program";
import type { ProposedOf } from "@/lib/schemas/proposed";
import { textSchema } from "@/lib/schemas/text";
import type { WeekRow } from "./week-row";

type Of = Pick<WeekRow, "patientId" | "currentPhase" | "lines"> & { programId: string };

/**
 * Makes the product's own draft say what is proposed now: begun where there is no draft, renewed where nobody has touched it, gone where nothing is
 * proposed any more. A draft that somebody changed, or is in right now, is left alone: the builder offers to take the proposals into it.
 */
export async function draftOpenProposals(tx: Tx, actor: SystemActor, of: Of): Promise<void> {
  const { clinicId } = actor;
  const { programId, patientId, currentPhase } = of;
  const draft = await standing(tx, clinicId, programId);
  if (draft === "a person's") return;
  const proposed = await openProposals(tx, clinicId, of);
  if (proposed.lines.length === 0) {
    if (draft !== null) await tx.programDraft.deleteMany({ where: { clinicId, programId, version: draft } });
    return;
  }
  const next = new Map(proposed.lines.map(({ lineId, to }) => [lineId, to]));
  const lines: DraftLine[] = of.lines.map(({ line }) => ({ ...line, dosage: next.get(line.id) ?? line.dosage }));
  const data = {
    lines,
    proposed: {
      ...proposed,
      lines: proposed.lines.map(({ lineId: _, ...line }) => line),
    } satisfies ProposedOf<"dosage">,
  };
  if (draft === null) {
    await tx.programDraft.create({ data: { clinicId, programId, patientId, startPhase: currentPhase, ...data } });
  } else {
    await tx.programDraft.updateMany({
      where: { clinicId, programId, version: draft },
      data: { ...data, changedAt: new Date(), version: { increment: 1 } },
    });
  }
  await recordAct(tx, actor, "program.draft", { kind: "program", id: programId, patientId });
}

/** The version of the product's own draft that nobody has touched; null: there is no draft. */
async function standing(tx: Tx, clinicId: string, programId: string): Promise<number | null | "a person's"> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT d.version, d.changed_by_id IS NULL AND d.proposed ->> 'kind' = 'dosage' AND NOT EXISTS (
      SELECT FROM draft_presence dp
      WHERE dp.clinic_id = d.clinic_id AND dp.program_id = d.program_id AND dp.seen_at > now() - interval '45 seconds') AS "isOurs"
    FROM program_draft d WHERE d.clinic_id = ${clinicId}::uuid AND d.program_id = ${programId}::uuid`;
  const [draft] = z.array(z.strictObject({ version: z.number(), isOurs: z.boolean() })).parse(rows);
  if (!draft) return null;
  return draft.isOurs ? draft.version : "a person's";
}

/** What is open now, and of the same week what signing would stop. */
async function openProposals(tx: Tx, clinicId: string, { programId, lines }: Of) {
  const rows = await tx.dosageProposal.findMany({
    where: {
      clinicId,
      programId,
      state: { in: ["open", "left-out"] },
      lineId: { in: lines.map(({ line }) => line.id) },
    },
    orderBy: { week: "desc" },
  });
  const open = rows.filter(({ state }) => state === "open");
  const week = open[0]?.week ?? new Date(0);
  const placed = lines.flatMap(({ line }) => {
    const row = open.find(({ lineId }) => lineId === line.id);
    return row ? [{ line, row }] : [];
  });
  const stopped = rows.filter((row) => row.state === "left-out" && row.week.getTime() === week.getTime());
  return {
    kind: "dosage" as const,
    week: dayOf(week),
    lines: placed.map(({ line, row }) => ({
      ...{ lineId: line.id, proposalId: row.id, exercise: line.exercise, phase: line.phase, source: row.source },
      from: dosageSchema.parse(row.fromDosage),
      to: dosageSchema.parse(row.toDosage),
      change: z.enum(["increase", "reduce"]).parse(row.change),
      because: textSchema.parse(row.because),
    })),
    leftOut: lines.flatMap(({ line }) => {
      const row = stopped.find(({ lineId }) => lineId === line.id);
      const [finding] = row ? findingsSchema.parse(row.findings) : [];
      return finding
        ? [{ exercise: line.exercise, phase: line.phase, because: finding.because, source: finding.source }]
        : [];
    }),
  };
}
