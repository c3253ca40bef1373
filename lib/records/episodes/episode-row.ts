import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { endKinds } from "@/lib/clinical/episode-end";
import { conditions, procedureTypes } from "@/lib/clinical/facts";
import { modifierIds } from "@/lib/clinical/timeline";
import type { Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { readSituation, situationOf, type EpisodeSituation } from "@/lib/records/programs/situation";
import { episodeRegions } from "@/lib/schemas/patient";
import { protocolFactsSchema } from "@/lib/schemas/stored-facts";
import { textSchema } from "@/lib/schemas/text";
import { restrictionTermsSchema, termsOfRestriction } from "@/lib/records/restrictions/own-restriction";
import { restrictionActs } from "@/lib/records/restrictions/restriction-digest";
import { isSignedBySurgeon } from "@/lib/records/restrictions/signed-by-surgeon";
import { runningProgramOf } from "./met-by-record";

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString());

const episodeRow = z.strictObject({
  episodeId: z.string(),
  patientName: z.string(),
  version: z.number(),
  isOpen: z.boolean(),
  procedureType: z.enum(procedureTypes),
  region: z.enum(episodeRegions),
  levels: z.array(z.string()),
  technique: z.string(),
  procedureOn: day,
  pathwayStart: day.nullable(),
  surgeonName: z.string(),
  openedAt: instant,
  /** Of the running program, else the newest published version of the shipped one. */
  protocol: protocolFactsSchema,
  conditions: z.array(z.enum(conditions)),
  factors: z.array(z.enum(modifierIds)),
  shiftDays: z.number(),
  /** All that were ever ordered, the oldest first. */
  restrictions: z.array(
    z.strictObject({
      id: z.string(),
      terms: restrictionTermsSchema,
      replacesId: z.string().nullable(),
      by: z.string(),
      at: instant,
      endedAt: instant.nullable(),
      isInForce: z.boolean(),
      /** By a surgeon. */
      isSigned: z.boolean(),
      decisions: z.array(
        z.strictObject({
          id: z.string(),
          act: z.enum(restrictionActs),
          by: z.string(),
          at: instant,
          reason: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** What the content's phases say beside their numbers. */
  phaseWords: z.array(z.strictObject({ n: z.number(), brace: textSchema.nullable(), driving: textSchema.nullable() })),
  /** Newest first, those that were ended too. */
  also: z.array(
    z.strictObject({
      id: z.string(),
      protocolId: z.string(),
      title: textSchema,
      anchorOn: day,
      reason: z.string(),
      by: z.string(),
      at: instant,
      ended: z.strictObject({ by: z.string(), at: instant, reason: z.string() }).nullable(),
    }),
  ),
  /** Newest first. */
  conditionChanges: z.array(
    z.strictObject({ id: z.string(), conditions: z.array(z.enum(conditions)), by: z.string(), at: instant }),
  ),
  /** Newest first. */
  timelineChanges: z.array(
    z.strictObject({
      id: z.string(),
      shiftDays: z.number(),
      factors: z.array(z.enum(modifierIds)),
      reason: z.string(),
      by: z.string(),
      at: instant,
    }),
  ),
  /** That have ended, the latest first. */
  past: z.array(
    z.strictObject({
      episodeId: z.string(),
      kind: z.enum(endKinds),
      endedOn: day,
      procedureOn: day,
      protocol: textSchema,
    }),
  ),
  published: z.array(z.strictObject({ id: z.string(), title: textSchema })),
});
export type StoredEpisode = z.output<typeof episodeRow>;

type Found = { stored: StoredEpisode; situation: EpisodeSituation; running: unknown };

/**
 * The latest episode of a patient of the actor's care team with its history, in one query.
 * @throws {NotFound} for everybody else's
 */
export async function findEpisodePage(tx: Tx, actor: Actor, patientId: string, today: Day): Promise<Found> {
  const rows = await tx.$queryRaw<{ episode: unknown; situation: unknown; running: unknown }[]>`
    SELECT jsonb_build_object(
      'episodeId', e.id, 'patientName', p.given_name || ' ' || p.family_name, 'version', e.version, 'isOpen', e.ended_at IS NULL,
      'procedureType', e.procedure_type, 'region', e.region, 'levels', to_jsonb(e.levels), 'technique', e.technique,
      'procedureOn', e.procedure_date, 'pathwayStart', e.pathway_start, 'surgeonName', surgeon.printed_name, 'openedAt', e.created_at,
      'conditions', to_jsonb(e.conditions), 'factors', to_jsonb(e.factors), 'shiftDays', e.shift_days,
      'protocol', coalesce((
        SELECT v.facts FROM program pr JOIN template_version v ON v.clinic_id = pr.clinic_id AND v.id = pr.template_version_id
        WHERE pr.clinic_id = e.clinic_id AND pr.episode_id = e.id
        ORDER BY pr.state IN ('draft', 'active', 'held') DESC, pr.created_at DESC LIMIT 1
      ), (
        SELECT v.facts FROM template t JOIN template_version v ON v.clinic_id = t.clinic_id AND v.template_id = t.id
        WHERE t.clinic_id = e.clinic_id AND t.protocol_id = e.protocol_id AND t.origin = 'shipped' AND v.published_at IS NOT NULL
        ORDER BY v.number DESC LIMIT 1)),
      'restrictions', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'terms', ${termsOfRestriction}, 'replacesId', x.replaces_id,
          'by', u.printed_name, 'at', x.created_at, 'endedAt', x.ended_at, 'isInForce', f.id IS NOT NULL, 'isSigned', ${isSignedBySurgeon},
          'decisions', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'act', d.act, 'by', d.signed_name, 'at', d.decided_at, 'reason', d.reason)
              ORDER BY d.decided_at, d.id), '[]')
            FROM restriction_decision d WHERE d.clinic_id = x.clinic_id AND d.restriction_id = x.id)) ORDER BY x.created_at, x.id), '[]')
        FROM restriction x JOIN clinic_user u ON u.clinic_id = x.clinic_id AND u.id = x.ordered_by_id
        LEFT JOIN restrictions_in_force(e.clinic_id, e.id) f ON f.id = x.id
        WHERE x.clinic_id = e.clinic_id AND x.episode_id = e.id),
      'phaseWords', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('n', tp.n, 'brace', tp.facts #> '{limits,brace}', 'driving', tp.facts #> '{limits,driving}')
          ORDER BY tp.n), '[]')
        FROM template_phase tp WHERE tp.clinic_id = e.clinic_id AND tp.version_id = (
          SELECT pr.template_version_id FROM program pr WHERE pr.clinic_id = e.clinic_id AND pr.episode_id = e.id
          ORDER BY pr.state IN ('draft', 'active', 'held') DESC, pr.created_at DESC LIMIT 1)),
      'also', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'protocolId', a.protocol_id, 'title', t.title, 'anchorOn', a.anchor_on,
          'reason', a.reason, 'by', adder.printed_name, 'at', a.added_at, 'ended', CASE WHEN a.ended_at IS NULL THEN NULL
            ELSE jsonb_build_object('by', ender.printed_name, 'at', a.ended_at, 'reason', a.end_reason) END)
          ORDER BY a.added_at DESC, a.id DESC), '[]')
        FROM also_protocol a
        JOIN template_version v ON v.clinic_id = a.clinic_id AND v.id = a.template_version_id
        JOIN template t ON t.clinic_id = v.clinic_id AND t.id = v.template_id
        JOIN clinic_user adder ON adder.clinic_id = a.clinic_id AND adder.id = a.added_by_id
        LEFT JOIN clinic_user ender ON ender.clinic_id = a.clinic_id AND ender.id = a.ended_by_id
        WHERE a.clinic_id = e.clinic_id AND a.episode_id = e.id),
      'conditionChanges', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'conditions', to_jsonb(c.conditions), 'by', u.printed_name,
          'at', c.changed_at) ORDER BY c.changed_at DESC, c.id DESC), '[]')
        FROM condition_change c JOIN clinic_user u ON u.clinic_id = c.clinic_id AND u.id = c.changed_by_id
        WHERE c.clinic_id = e.clinic_id AND c.episode_id = e.id),
      'timelineChanges', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'shiftDays', c.shift_days, 'factors', to_jsonb(c.factors),
          'reason', c.reason, 'by', u.printed_name, 'at', c.changed_at) ORDER BY c.changed_at DESC, c.id DESC), '[]')
        FROM timeline_change c JOIN clinic_user u ON u.clinic_id = c.clinic_id AND u.id = c.changed_by_id
        WHERE c.clinic_id = e.clinic_id AND c.episode_id = e.id),
      'past', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('episodeId', x.episode_id, 'kind', x.kind, 'endedOn', x.ended_on,
          'procedureOn', s.content #> '{treatment,procedureOn}', 'protocol', s.content #> '{treatment,protocol}') ORDER BY x.ended_at DESC), '[]')
        FROM episode_end x JOIN episode_summary s ON s.clinic_id = x.clinic_id AND s.episode_id = x.episode_id
        WHERE x.clinic_id = e.clinic_id AND x.patient_id = e.patient_id),
      'published', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.protocol_id, 'title', t.title) ORDER BY t.protocol_id), '[]')
        FROM template t WHERE t.clinic_id = e.clinic_id AND t.origin = 'shipped' AND t.retired_at IS NULL AND EXISTS (
          SELECT FROM template_version v WHERE v.clinic_id = t.clinic_id AND v.template_id = t.id AND v.published_at IS NOT NULL))
    ) AS episode, ${situationOf(today)} AS situation, ${runningProgramOf} AS running
    FROM patient p
    JOIN care_team_member m ON m.clinic_id = p.clinic_id AND m.patient_id = p.id AND m.left_at IS NULL AND m.user_id = ${actor.userId}::uuid
    JOIN LATERAL (
      SELECT * FROM episode latest WHERE latest.clinic_id = p.clinic_id AND latest.patient_id = p.id
      ORDER BY latest.ended_at DESC NULLS FIRST, latest.created_at DESC LIMIT 1
    ) e ON true
    JOIN clinic_user surgeon ON surgeon.clinic_id = e.clinic_id AND surgeon.id = e.surgeon_id
    WHERE p.clinic_id = ${actor.clinicId}::uuid AND p.id = ${patientId}::uuid`;
  const [row] = rows;
  if (!row) throw new NotFound("episode");
  return {
    stored: episodeRow.parse(row.episode),
    situation: readSituation(row.situation, today),
    running: row.running,
  };
}
