import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { compareLines, isChange, type LineChange } from "@/lib/draft/compare-lines";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { draftLineSchema } from "@/lib/schemas/program";
import { textSchema } from "@/lib/schemas/text";
import { lineAsDrafted, namesOfRevision } from "./line-as-drafted";

const instant = z.iso.datetime({ offset: true });
const historyRow = z.strictObject({
  programId: z.string(),
  currentRevision: z.number().nullable(),
  hasDraft: z.boolean(),
  revisions: z.array(
    z.strictObject({
      number: z.number(),
      signedName: z.string(),
      signedAt: instant,
      /** When the patient said that they have read what it changed. */
      seenAt: instant.nullable(),
      /** Whether there was something for the patient to read. */
      isTold: z.boolean(),
      lines: z.array(draftLineSchema),
      /** Of its exercises, as they were signed. */
      names: z.record(z.string(), textSchema),
    }),
  ),
});

/** A signed revision with what it changed of the one before, and the names of what it has and of what it took away; of the first there is nothing to compare. */
export type HistoryEntry = Omit<z.output<typeof historyRow>["revisions"][number], "lines"> & {
  lineCount: number;
  changes: LineChange[];
};
export type ProgramHistory = Omit<z.output<typeof historyRow>, "revisions"> & {
  /** Newest first. */
  revisions: HistoryEntry[];
};

/**
 * Every revision of a patient's program with what each changed.
 * @throws {NotFound} where the patient is not the actor's, or has no program
 */
export async function loadHistory(actor: Actor, patientId: string): Promise<ProgramHistory> {
  requirePermission(actor, "patient.read");
  return inClinic(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ history: unknown }[]>`
      SELECT jsonb_build_object('programId', p.id, 'currentRevision', p.current_revision,
        'hasDraft', EXISTS (SELECT FROM program_draft d WHERE d.clinic_id = p.clinic_id AND d.program_id = p.id),
        'revisions', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('number', r.number, 'signedName', r.signed_name, 'signedAt', r.signed_at,
            'seenAt', (SELECT s.seen_at FROM change_seen s WHERE s.clinic_id = r.clinic_id AND s.revision_id = r.id),
            'isTold', EXISTS (SELECT FROM program_change c WHERE c.clinic_id = r.clinic_id AND c.revision_id = r.id),
            'lines', (
              SELECT coalesce(jsonb_agg(${lineAsDrafted} ORDER BY l.phase, l.position), '[]')
              FROM prescribed_exercise l WHERE l.clinic_id = r.clinic_id AND l.revision_id = r.id),
            'names', ${namesOfRevision}
          ) ORDER BY r.number DESC), '[]')
          FROM program_revision r WHERE r.clinic_id = p.clinic_id AND r.program_id = p.id)
      ) AS history
      FROM program p
      JOIN care_team_member m ON m.clinic_id = p.clinic_id AND m.patient_id = p.patient_id AND m.left_at IS NULL
        AND m.user_id = ${actor.userId}::uuid
      WHERE p.clinic_id = ${actor.clinicId}::uuid AND p.patient_id = ${patientId}::uuid
      ORDER BY p.created_at DESC LIMIT 1`;
    if (!row) throw new NotFound("program");
    const { revisions, ...history } = historyRow.parse(row.history);
    await recordAct(tx, actor, "program.read", { kind: "program", id: history.programId, patientId });
    return {
      ...history,
      revisions: revisions.map(({ lines, ...revision }, index) => {
        const before = revisions[index + 1];
        const changes = before ? compareLines(before.lines, lines).filter(isChange) : [];
        return { ...revision, lineCount: lines.length, changes, names: { ...before?.names, ...revision.names } };
      }),
    };
  });
}
