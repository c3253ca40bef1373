import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { Text } from "@/lib/clinical/facts";
import { dayIn, type Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { holdCauses } from "@/lib/schemas/hold";
import { textSchema } from "@/lib/schemas/text";
import { changeRowSchema, readChanges, type OwnChange } from "./own-changes";
import { sayOnce } from "./say-once";

const instant = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString());

/** What `historyColumns` selected. */
export const historySchema = z.strictObject({
  revisions: z.array(
    z.strictObject({ number: z.number(), by: z.string(), at: instant, changes: z.array(changeRowSchema) }),
  ),
  moves: z.array(
    z.strictObject({
      from: z.number().nullable(),
      to: z.number(),
      name: textSchema.nullable(),
      by: z.string(),
      at: instant,
    }),
  ),
  holds: z.array(
    z.strictObject({
      at: instant,
      liftedAt: instant.nullable(),
      isSuspension: z.boolean(),
      by: z.string().nullable(),
      /** Why a clinician placed it; null: the patient's answers did. */
      cause: z.enum(holdCauses).catch("other-reason").nullable(),
      liftedBy: z.string().nullable(),
    }),
  ),
});
type History = z.output<typeof historySchema>;

/** One thing that happened to a program, as its patient is told; `on` is its day in the clinic's time zone. */
export type HistoryEntry = { on: Day; at: string } & (
  | { kind: "changes"; number: number; by: string; changes: OwnChange[] }
  | { kind: "begun" | "step" | "back"; name: Text | null; by: string }
  | { kind: "pause"; isSuspension: boolean; by: string | null; cause: (typeof holdCauses)[number] | null }
  | { kind: "resume"; by: string }
);

/** What became of the programs of the episode `e` of the surrounding query. Which line is named, `own_changes` decides. */
export const historyColumns = Prisma.sql`jsonb_build_object(
  'revisions', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('number', r.number, 'by', u.display_name, 'at', r.signed_at, 'changes', (
      SELECT coalesce(jsonb_agg(c.change ORDER BY c.place), '[]') FROM told c WHERE c.revision_id = r.id)) ORDER BY r.signed_at), '[]')
    FROM program p
    JOIN program_revision r ON r.clinic_id = p.clinic_id AND r.program_id = p.id
    JOIN clinic_user u ON u.clinic_id = r.clinic_id AND u.id = r.signed_by_id
    WHERE p.clinic_id = e.clinic_id AND p.episode_id = e.id),
  'moves', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('from', c.from_phase, 'to', c.to_phase, 'by', u.display_name, 'at', c.changed_at, 'name', (
      SELECT coalesce(tp.facts -> 'patientName', tp.facts -> 'name') FROM template_phase tp
      WHERE tp.clinic_id = p.clinic_id AND tp.version_id = p.template_version_id AND tp.n = c.to_phase)) ORDER BY c.changed_at), '[]')
    FROM program p
    JOIN phase_change c ON c.clinic_id = p.clinic_id AND c.program_id = p.id
    JOIN clinic_user u ON u.clinic_id = c.clinic_id AND u.id = c.changed_by_id
    WHERE p.clinic_id = e.clinic_id AND p.episode_id = e.id),
  'holds', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('at', h.placed_at, 'liftedAt', h.lifted_at, 'isSuspension', h.surgeon_only,
      'by', placer.display_name, 'cause', CASE WHEN placer.id IS NOT NULL THEN h.cause END, 'liftedBy', lifter.display_name)
      ORDER BY h.placed_at), '[]')
    FROM program p
    JOIN hold h ON h.clinic_id = p.clinic_id AND h.program_id = p.id
    LEFT JOIN clinic_user placer ON placer.clinic_id = h.clinic_id AND placer.id = h.placed_by_id
    LEFT JOIN clinic_user lifter ON lifter.clinic_id = h.clinic_id AND lifter.id = h.lifted_by_id
    WHERE p.clinic_id = e.clinic_id AND p.episode_id = e.id))`;

/** The changes that `historyColumns` reads, once for the whole query. */
export const toldChangesTable = Prisma.sql`told AS MATERIALIZED (SELECT * FROM own_changes())`;

/**
 * What changed in the program of the patient's latest treatment and why, newest first: revisions that changed something for them, steps, pauses.
 * @throws {NotFound} where there never was an episode
 */
export async function loadOwnHistory(actor: Actor): Promise<HistoryEntry[]> {
  requirePermission(actor, "own.read");
  const patientId = ownPatientId(actor);
  return inClinic(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ id: string; history: unknown }[]>`
      WITH ${toldChangesTable}
      SELECT e.id, ${historyColumns} AS history FROM episode e
      WHERE e.clinic_id = ${actor.clinicId}::uuid AND e.patient_id = ${patientId}::uuid
      ORDER BY e.ended_at DESC NULLS FIRST, e.created_at DESC LIMIT 1`;
    if (!row) throw new NotFound("patient");
    await recordAct(tx, actor, "program.read", { kind: "episode", id: row.id, patientId });
    return historyEntries(historySchema.parse(row.history), actor.clinic.timeZone);
  });
}

/** The history as it is told, newest first. */
export function historyEntries({ revisions, moves, holds }: History, timeZone: string): HistoryEntry[] {
  const dated = (at: string) => ({ at, on: dayIn(timeZone, new Date(at)) });
  const read = revisions.map((revision) => ({ ...revision, changes: readChanges(revision.changes) }));
  const said = sayOnce(
    read,
    moves.map(({ at }) => at),
  );
  const entries = [
    ...said
      .filter(({ changes }) => changes.length > 0)
      .map(({ number, by, at, changes }): HistoryEntry => ({ kind: "changes", number, by, changes, ...dated(at) })),
    ...moves.map(({ from, to, name, by, at }): HistoryEntry => {
      const kind = from === null ? "begun" : to < from ? "back" : "step";
      return { kind, name, by, ...dated(at) };
    }),
    ...holds.map(({ at, isSuspension, by, cause }): HistoryEntry => ({
      kind: "pause",
      isSuspension,
      by,
      cause,
      ...dated(at),
    })),
    ...holds.flatMap(({ liftedAt, liftedBy }): HistoryEntry[] => {
      const isOver = liftedAt !== null && liftedBy !== null && !holds.some((other) => covers(other, liftedAt));
      return isOver ? [{ kind: "resume", by: liftedBy, ...dated(liftedAt) }] : [];
    }),
  ];
  return entries.toSorted((one, other) => other.at.localeCompare(one.at));
}

/** Whether another pause goes on past the end of one. */
function covers({ at, liftedAt }: History["holds"][number], end: string): boolean {
  return at <= end && (liftedAt === null || liftedAt > end);
}
