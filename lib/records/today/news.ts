import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import { toldForDays } from "@/lib/records/programs/record-changes";
import { newPhaseOfEpisode, newPhaseSchema, newPhaseToldForDays } from "./new-phase";
import { changesOfEpisode, storedChangesSchema } from "./own-changes";

/** Within so many days the revision was signed that may have to be told; one more, because the day of a signature is the clinic's. */
const signedWithinDays = toldForDays + 1;
/** For so many days a restriction is told. */
const newLimitToldForDays = 7;

const newsSchema = z.strictObject({
  changes: storedChangesSchema.nullable(),
  /** The latest move to another phase, until the patient says that they have read it. */
  newPhase: newPhaseSchema.nullable(),
  /** The newest restriction that came after what was signed; lines that it meets are closed, and not told. */
  newLimit: z.strictObject({ by: z.string(), at: z.iso.datetime({ offset: true }) }).nullable(),
});

const newsRow = z.object({ news: newsSchema });

/** What is new in a patient's program since they looked. */
export type News = z.output<typeof newsSchema>;
const nothingNew: News = { changes: null, newPhase: null, newLimit: null };

/**
 * Whether it is worth while to ask `newsOf`, of the episode `e` and its program `running` in the surrounding query: false on most days, and cheap; true
 * also where nothing is told in the end.
 */
export function mayBeNews(today: Day): Prisma.Sql {
  return Prisma.sql`(EXISTS (
      SELECT FROM program_revision r
      WHERE r.clinic_id = running.clinic_id AND r.program_id = running.id AND r.number = running.current_revision
        AND r.number > 1 AND r.signed_at > ${today}::date - ${signedWithinDays}::int
        AND NOT EXISTS (SELECT FROM change_seen s WHERE s.clinic_id = r.clinic_id AND s.revision_id = r.id))
    OR EXISTS (
      SELECT FROM phase_change c
      WHERE c.clinic_id = running.clinic_id AND c.program_id = running.id AND c.from_phase IS NOT NULL AND c.on_day > ${today}::date - ${newPhaseToldForDays}::int
        AND NOT EXISTS (SELECT FROM phase_seen s WHERE s.clinic_id = c.clinic_id AND s.phase_change_id = c.id))
    OR EXISTS (
      SELECT FROM restriction r
      WHERE r.clinic_id = e.clinic_id AND r.episode_id = e.id AND r.ended_at IS NULL AND r.created_at > ${today}::date - ${newLimitToldForDays}::int))`;
}

/** The news of an episode as one statement for `readNews`. */
export function newsOf(actor: Actor, episodeId: string, today: Day): Prisma.Sql {
  return Prisma.sql`
    SELECT jsonb_build_object('changes', ${changesOfEpisode(actor, today)}, 'newPhase', ${newPhaseOfEpisode(today)},
      'newLimit', (
        SELECT jsonb_build_object('by', u.display_name, 'at', r.created_at)
        FROM restrictions_in_force(e.clinic_id, e.id) f
        JOIN restriction r ON r.clinic_id = e.clinic_id AND r.id = f.id
        JOIN clinic_user u ON u.clinic_id = r.clinic_id AND u.id = r.ordered_by_id
        JOIN program p ON p.clinic_id = e.clinic_id AND p.episode_id = e.id AND p.state IN ('active', 'held')
        JOIN program_revision v ON v.clinic_id = p.clinic_id AND v.program_id = p.id AND v.number = p.current_revision
        WHERE f.kind <> 'driving' AND r.created_at > v.signed_at AND r.created_at > ${today}::date - ${newLimitToldForDays}::int
        ORDER BY r.created_at DESC, r.id DESC LIMIT 1)
    ) AS news
    FROM episode e WHERE e.clinic_id = ${actor.clinicId}::uuid AND e.id = ${episodeId}::uuid`;
}

/** What `newsOf` selected; nothing where it was not asked. */
export function readNews([row]: readonly unknown[]): News {
  return row === undefined ? nothingNew : newsRow.parse(row).news;
}
