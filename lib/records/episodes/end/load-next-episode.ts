import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { endKinds } from "@/lib/clinical/episode-end";
import { conditions, type Condition } from "@/lib/clinical/facts";
import type { RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import { daysBetween } from "@/lib/clinical/days";
import { dayIn } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { sha256Of } from "@/lib/records/canonical-json";
import { patientIdOf } from "@/lib/records/patients/care-scope";
import { readAdmissionOptions, type AdmissionOptions } from "@/lib/records/patients/load-admission-options";
import { restrictionTermsSchema, termsOfRestriction } from "@/lib/records/restrictions/own-restriction";
import type { EpisodeSummary } from "@/lib/schemas/episode-summary";
import { loadSummary } from "./load-summary";

const latestRow = z.strictObject({
  episodeId: z.string(),
  version: z.number(),
  endedAs: z.enum(endKinds).nullable(),
  anchorOn: z.iso.date(),
  conditions: z.array(z.enum(conditions)),
  restrictions: z.array(restrictionTermsSchema),
});

/** What a new episode of a known patient begins with. */
export type NextEpisode = {
  options: AdmissionOptions;
  isDeceased: boolean;
  /** The open episode, which the new one would supersede; `day` counts from what its days count from. */
  open: { version: number; summarySha256: string; summary: EpisodeSummary; day: number } | null;
  /** What was recorded and in force in the latest episode: offered, never taken over by itself. */
  carry: { conditions: Condition[]; restrictions: RestrictionTerms[] };
};

/**
 * What the form of a new episode offers for a patient of the actor's care team. Audited.
 * @throws {NotFound} where the patient is not theirs
 */
export async function loadNextEpisode(actor: Actor, patientId: string, now: Date = new Date()): Promise<NextEpisode> {
  requirePermission(actor, "episode.open");
  const { clinicId, userId } = actor;
  const id = patientIdOf(patientId);
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ latest: unknown }[]>`
      SELECT jsonb_build_object('episodeId', e.id, 'version', e.version, 'endedAs', e.ended_as, 'conditions', to_jsonb(e.conditions),
        'anchorOn', coalesce(e.pathway_start, e.procedure_date), 'restrictions', (
          SELECT coalesce(jsonb_agg(${termsOfRestriction} ORDER BY x.created_at, x.id), '[]')
          FROM restrictions_in_force(e.clinic_id, e.id) f JOIN restriction x ON x.clinic_id = e.clinic_id AND x.id = f.id)) AS latest
      FROM episode e JOIN care_team_member m ON m.clinic_id = e.clinic_id AND m.patient_id = e.patient_id AND m.left_at IS NULL
        AND m.user_id = ${userId}::uuid
      WHERE e.clinic_id = ${clinicId}::uuid AND e.patient_id = ${id}::uuid
      ORDER BY e.ended_at DESC NULLS FIRST, e.created_at DESC LIMIT 1`;
    if (!row) throw new NotFound("patient");
    const { episodeId, version, endedAs, anchorOn, ...carry } = latestRow.parse(row.latest);
    await recordAct(tx, actor, "episode.read", { kind: "episode", id: episodeId, patientId: id });
    const summary = endedAs === null ? await loadSummary(tx, actor, episodeId, today) : null;
    return {
      options: await readAdmissionOptions(tx, actor, today),
      isDeceased: endedAs === "deceased",
      open: summary && { version, summarySha256: sha256Of(summary), summary, day: daysBetween(anchorOn, today) },
      carry,
    };
  });
}
