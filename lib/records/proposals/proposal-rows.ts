import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";
import { readCursor } from "@/lib/records/keyset";
import { lineAsDrafted, nameOfLine } from "@/lib/records/programs/line-as-drafted";
import { situationOf } from "@/lib/records/programs/situation";
import { untilPhases } from "@/lib/records/templates/refuse-switch";
import { areDefaultsReviewed } from "@/lib/records/settings/reviews";
import { draftLineSchema, draftLinesSchema } from "@/lib/schemas/program";
import { proposalsAtOnce } from "@/lib/schemas/proposals";
import { proposedSchema } from "@/lib/schemas/proposed";
import { textSchema } from "@/lib/schemas/text";

/** A draft that the product began. */
export const draftRow = z.strictObject({
  programId: z.uuid(),
  patientId: z.uuid(),
  patientName: z.string(),
  mrn: z.string(),
  version: z.number(),
  follows: z.number(),
  currentPhase: z.number(),
  /** The version by which its signature judges it. */
  templateVersionId: z.string(),
  /** Phases with which restrictions end that stand now. */
  untilPhases: z.array(z.number()),
  changedAt: z.iso.datetime({ offset: true }),
  /** Who changed what the product began; null: nobody. */
  editedBy: z.string().nullable(),
  proposed: proposedSchema,
  lines: draftLinesSchema,
  /** The revision in force, by the names that were signed. */
  current: z.array(z.strictObject({ line: draftLineSchema, name: textSchema })),
});
export type ProposalRow = z.output<typeof draftRow>;

const listRow = z.object({
  at: z.string(),
  id: z.string(),
  draft: z.unknown(),
  situation: z.unknown(),
});

/** One row more than a page holds, oldest first, with how many there are altogether. */
export async function listProposals(tx: Tx, actor: Actor, text: string | null, today: Day) {
  const after = readCursor(text);
  const from =
    after === null ? Prisma.empty : Prisma.sql`WHERE (at, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`;
  const [answer] = await tx.$queryRaw<{ rows: unknown; isReviewed: boolean; total: number }[]>`
    WITH mine AS MATERIALIZED (
      SELECT d.changed_at AS at, d.program_id AS id
      FROM program_draft d
      JOIN program p ON p.clinic_id = d.clinic_id AND p.id = d.program_id AND p.state IN ('active', 'held')
      JOIN care_team_member m ON m.clinic_id = d.clinic_id AND m.patient_id = d.patient_id AND m.left_at IS NULL
        AND m.user_id = ${actor.userId}::uuid
      WHERE d.clinic_id = ${actor.clinicId}::uuid AND d.proposed IS NOT NULL
    ), page AS MATERIALIZED (SELECT * FROM mine ${from} ORDER BY at, id LIMIT ${proposalsAtOnce + 1})
    SELECT ${areDefaultsReviewed(Prisma.sql`${actor.clinicId}::uuid`)} AS "isReviewed", (SELECT count(*)::int FROM mine) AS total, (
      SELECT coalesce(jsonb_agg(jsonb_build_object('at', page.at::text, 'id', page.id, 'situation', ${situationOf(today)},
        'draft', jsonb_build_object('programId', p.id, 'patientId', p.patient_id, 'patientName', pt.given_name || ' ' || pt.family_name,
          'mrn', pt.mrn, 'version', d.version, 'follows', p.current_revision, 'currentPhase', p.current_phase,
          'templateVersionId', coalesce(d.template_version_id, p.template_version_id), 'changedAt', d.changed_at, 'untilPhases', ${untilPhases},
          'editedBy', CASE WHEN d.version > coalesce(gone.last_draft_version, 0) + 1 THEN u.display_name END, 'proposed', d.proposed, 'lines', d.lines,
          'current', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('line', ${lineAsDrafted}, 'name', ${nameOfLine}) ORDER BY l.phase, l.position), '[]')
            FROM program_revision r JOIN prescribed_exercise l ON l.clinic_id = r.clinic_id AND l.revision_id = r.id
            JOIN exercise x ON x.clinic_id = l.clinic_id AND x.id = l.exercise_id
            WHERE r.clinic_id = p.clinic_id AND r.program_id = p.id AND r.number = p.current_revision))
        ) ORDER BY page.at, page.id), '[]')
      FROM page
      JOIN program_draft d ON d.clinic_id = ${actor.clinicId}::uuid AND d.program_id = page.id
      JOIN program p ON p.clinic_id = d.clinic_id AND p.id = d.program_id
      JOIN episode e ON e.clinic_id = p.clinic_id AND e.id = p.episode_id
      JOIN patient pt ON pt.clinic_id = p.clinic_id AND pt.id = p.patient_id
      LEFT JOIN program_draft_version gone ON gone.clinic_id = d.clinic_id AND gone.program_id = d.program_id
      LEFT JOIN clinic_user u ON u.clinic_id = d.clinic_id AND u.id = d.changed_by_id) AS rows`;
  const rows = z.array(listRow).parse(answer?.rows ?? []);
  return { rows, total: answer?.total ?? 0, isReviewed: answer?.isReviewed ?? false };
}
