import { z } from "zod";
import { changesForPatient, type PatientChange } from "@/lib/draft/changes-for-patient";
import { lastRead } from "@/lib/draft/last-read";
import type { Tx } from "@/lib/db/in-clinic";
import { draftLineSchema, earlierLineSchema } from "@/lib/schemas/program";
import { lineAsDrafted, lineIsOpen } from "./line-as-drafted";

/** For how many days a change is told. */
export const toldForDays = 14;

const signedLine = z.strictObject({
  line: draftLineSchema,
  exerciseId: z.string(),
  isNew: z.boolean(),
  isOpen: z.boolean(),
  /** Apart from holds: the patient knows the line from before the hold. */
  isKnown: z.boolean(),
});
const found = z.strictObject({
  lines: z.array(signedLine),
  unread: z.array(
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("added"), lineId: z.string() }),
      z.strictObject({ kind: z.literal("changed"), lineId: z.string(), before: earlierLineSchema }),
      z.strictObject({ kind: z.literal("stopped"), exerciseId: z.string(), before: draftLineSchema }),
    ]),
  ),
});

type Signed = { clinicId: string; revisionId: string; patientId: string; programId: string };
type Replaced = { currentRevision: number | null; currentPhase: number | null };

/**
 * Writes down what a revision that was just written changes for the patient, before it takes the place of the current one: what was open to the
 * patient is known only while the gate still shows it. Nothing of the first revision, nothing of other phases.
 */
export async function recordChanges(
  tx: Tx,
  signed: Signed,
  { currentRevision, currentPhase }: Replaced,
): Promise<void> {
  if (currentRevision === null || currentPhase === null) return;
  const { clinicId, revisionId, patientId } = signed;
  const { lines, unread } = await loadSides(tx, signed, currentRevision, currentPhase);
  const sides = lines.map((side) => ({ ...side, isOpen: side.isNew ? side.isOpen : side.isKnown }));
  const [old, next] = [sides.filter(({ isNew }) => !isNew), sides.filter(({ isNew }) => isNew)];
  const provable = new Set([
    ...lines.filter(({ isOpen }) => isOpen).map(({ line }) => line.id),
    ...unread.flatMap((change) => (change.kind === "stopped" ? [change.before.id] : [])),
  ]);
  const changes = changesForPatient(lastRead(old, unread), next).filter(
    (change) => change.kind !== "stopped" || provable.has(change.before.id),
  );
  const exerciseOf = new Map([
    ...lines.map(({ line, exerciseId }) => [line.id, exerciseId] as const),
    ...unread.flatMap((change) => (change.kind === "stopped" ? [[change.before.id, change.exerciseId] as const] : [])),
  ]);
  const rows = changes.flatMap((change) => {
    const { before: then, after } = sidesOf(change);
    const exerciseId = exerciseOf.get((after ?? then)?.id ?? "");
    if (exerciseId === undefined) return [];
    return {
      ...{ clinicId, revisionId, patientId, exerciseId, kind: change.kind },
      ...(after && { afterLineId: after.id }),
      ...(then && { beforeLineId: then.id, before: { dosage: then.dosage, noteToPatient: then.noteToPatient } }),
    };
  });
  await tx.programChange.createMany({ data: rows });
}

function sidesOf(change: PatientChange) {
  return {
    before: change.kind === "added" ? null : change.before,
    after: change.kind === "stopped" ? null : change.after,
  };
}

async function loadSides(
  tx: Tx,
  { clinicId, revisionId, programId }: Signed,
  currentRevision: number,
  phase: number,
): Promise<z.output<typeof found>> {
  const rows = await tx.$queryRaw<{ found: unknown }[]>`
    SELECT jsonb_build_object(
      'lines', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('line', ${lineAsDrafted}, 'exerciseId', l.exercise_id, 'isNew', l.revision_id <> r.id,
          'isOpen', CASE WHEN l.revision_id = r.id THEN ${lineIsOpen} ELSE l.held_back_until IS NULL END,
          'isKnown', ${lineIsOpen} OR (p.state = 'held' AND l.opens_on <= today_in_clinic(l.clinic_id))) ORDER BY l.position), '[]')
        FROM prescribed_exercise l
        WHERE l.clinic_id = r.clinic_id AND l.revision_id IN (r.id, ${revisionId}::uuid) AND l.phase = ${phase}),
      'unread', (
        SELECT coalesce(jsonb_agg(CASE c.kind
          WHEN 'added' THEN jsonb_build_object('kind', c.kind, 'lineId', c.after_line_id)
          WHEN 'changed' THEN jsonb_build_object('kind', c.kind, 'lineId', c.after_line_id, 'before', c.before)
          ELSE jsonb_build_object('kind', c.kind, 'exerciseId', c.exercise_id, 'before', ${lineAsDrafted} || c.before) END), '[]')
        FROM program_change c LEFT JOIN prescribed_exercise l ON l.clinic_id = c.clinic_id AND l.id = c.before_line_id
        WHERE c.clinic_id = r.clinic_id AND c.revision_id = r.id AND r.signed_at > now() - make_interval(days => ${toldForDays}::int)
          AND NOT EXISTS (SELECT FROM change_seen s WHERE s.clinic_id = r.clinic_id AND s.revision_id = r.id))
    ) AS found
    FROM program_revision r JOIN program p ON p.clinic_id = r.clinic_id AND p.id = r.program_id
    WHERE r.clinic_id = ${clinicId}::uuid AND r.program_id = ${programId}::uuid AND r.number = ${currentRevision}`;
  return found.parse(rows[0]?.found);
}
