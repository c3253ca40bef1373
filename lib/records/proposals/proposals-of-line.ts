import { z } from "zod";
import { stages, triageLevels } from "@/lib/clinical/triage-content";
import { Prisma } from "@/lib/db/generated/client";
import { dosageSchema } from "@/lib/schemas/dosage";
import { findingsSchema } from "@/lib/schemas/finding";
import { textSchema } from "@/lib/schemas/text";

/** What the weeks said of one signed line, newest first. */
export const proposalsOfLineSchema = z.array(
  z.strictObject({
    id: z.string(),
    /** The Monday of the week. */
    week: z.iso.date(),
    change: z.enum(["increase", "keep", "reduce"]),
    state: z.enum(["open", "accepted", "edited", "dismissed", "superseded", "kept", "left-out"]),
    fromDosage: dosageSchema,
    toDosage: dosageSchema,
    because: textSchema,
    source: z.array(z.string()),
    adherencePct: z.number().nullable(),
    findings: findingsSchema,
    settledBy: z.string().nullable(),
    reason: z.string().nullable(),
    checkIns: z.array(
      z.strictObject({ id: z.string(), onDay: z.iso.date(), stage: z.enum(stages), level: z.enum(triageLevels) }),
    ),
  }),
);
export type ProposalOfLine = z.output<typeof proposalsOfLineSchema>[number];

/** As JSON, for the line `l` of the revision `r` of the surrounding query: what its dosage came from, and what was said of it since. */
export const proposalsOfLine = Prisma.sql`(
  SELECT coalesce(jsonb_agg(said.one ORDER BY said.week DESC, said.id DESC), '[]') FROM (
    SELECT d.week, d.id, jsonb_build_object('id', d.id, 'week', d.week, 'change', d.change, 'state', d.state, 'fromDosage', d.from_dosage,
      'toDosage', d.to_dosage, 'because', d.because, 'source', to_jsonb(d.source), 'adherencePct', d.adherence_pct, 'findings', d.findings,
      'settledBy', u.printed_name, 'reason', d.reason, 'checkIns', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', ci.id, 'onDay', ci.on_day, 'stage', ci.stage, 'level', ci.level)
          ORDER BY ci.reported_at DESC, ci.id DESC), '[]')
        FROM check_in ci WHERE ci.clinic_id = d.clinic_id AND ci.id = ANY (d.check_in_ids))) AS one
    FROM dosage_proposal d
    JOIN prescribed_exercise was ON was.clinic_id = d.clinic_id AND was.id = d.line_id
    LEFT JOIN clinic_user u ON u.clinic_id = d.clinic_id AND u.id = d.settled_by_id
    WHERE d.clinic_id = l.clinic_id AND d.program_id = r.program_id
      AND (d.line_id = l.id OR (d.revision_id = r.id AND was.phase = l.phase AND was.exercise_code = l.exercise_code))
    ORDER BY d.week DESC, d.id DESC LIMIT 8
  ) said)`;
