import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { DraftEnd, DraftWatch, WatchDraftInput } from "@/lib/schemas/program";
import { loadOwnDraft } from "./draft";

const watchedRow = z.strictObject({
  patientId: z.string(),
  state: z.enum(["draft", "active", "held", "completed", "stopped"]),
  currentRevision: z.number().nullable(),
  version: z.number().nullable(),
  /** Whether a stay begins: they were not here for the last 45 s. */
  begins: z.boolean(),
  signature: z.strictObject({ by: z.string(), at: z.iso.datetime({ offset: true }), number: z.number() }).nullable(),
  others: z.array(z.strictObject({ id: z.string(), name: z.string(), since: z.iso.datetime({ offset: true }) })),
});
type Watched = z.output<typeof watchedRow>;

/**
 * Says that the actor has a draft open, and learns who else of the care team was in it within the last 45 seconds, what stands where that is not
 * the version named, and how the draft ended where it did. Audited when a stay begins and when lines are handed over, not at every look.
 * @throws {NotFound} where the program is not the actor's
 */
export async function watchDraft(actor: Actor, input: WatchDraftInput): Promise<DraftWatch> {
  requirePermission(actor, "program.write");
  return inClinic(actor, async (tx) => {
    const watched = await beHere(tx, actor, input.programId);
    if (!watched) throw new NotFound("program");
    const { others } = watched;
    const ended = endOf(watched, input);
    const isMoved = ended === null && watched.version !== input.version;
    const standing = isMoved ? await loadOwnDraft(tx, actor, input.programId) : null;
    if (watched.begins || standing) {
      const { patientId } = watched;
      await recordAct(tx, actor, "program.read", { kind: "program", id: input.programId, patientId });
    }
    return { others, standing, ended };
  });
}

function endOf({ state, version, currentRevision, signature }: Watched, { follows }: WatchDraftInput): DraftEnd | null {
  if (state === "stopped" || state === "completed") return { because: state };
  if (version !== null && currentRevision === follows) return null;
  return signature && signature.number !== follows ? { because: "signed", ...signature } : { because: "closed" };
}

async function beHere(tx: Tx, actor: Actor, programId: string): Promise<Watched | null> {
  const rows = await tx.$queryRaw<{ watched: unknown }[]>`
    WITH own AS (
      SELECT p.clinic_id, p.id, p.patient_id, p.state, p.current_revision, d.version
      FROM program p
      JOIN care_team_member m ON m.clinic_id = p.clinic_id AND m.patient_id = p.patient_id AND m.left_at IS NULL
        AND m.user_id = ${actor.userId}::uuid
      LEFT JOIN program_draft d ON d.clinic_id = p.clinic_id AND d.program_id = p.id
      WHERE p.clinic_id = ${actor.clinicId}::uuid AND p.id = ${programId}::uuid
    ), here AS (
      INSERT INTO draft_presence AS dp (clinic_id, program_id, user_id, since_at, seen_at)
      SELECT own.clinic_id, own.id, ${actor.userId}::uuid, now(), now() FROM own WHERE own.version IS NOT NULL
      ON CONFLICT (clinic_id, program_id, user_id) DO UPDATE SET
        since_at = CASE WHEN dp.seen_at < now() - interval '45 seconds' THEN now() ELSE dp.since_at END, seen_at = greatest(dp.seen_at, now())
      RETURNING since_at = seen_at AS begins
    )
    SELECT jsonb_build_object(
      'patientId', own.patient_id, 'state', own.state, 'currentRevision', own.current_revision, 'version', own.version,
      'begins', coalesce((SELECT begins FROM here), false),
      'signature', (
        SELECT jsonb_build_object('by', r.signed_name, 'at', r.signed_at, 'number', r.number) FROM program_revision r
        WHERE r.clinic_id = own.clinic_id AND r.program_id = own.id ORDER BY r.number DESC LIMIT 1),
      'others', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.display_name, 'since', dp.since_at) ORDER BY dp.since_at, u.id), '[]')
        FROM draft_presence dp
        JOIN clinic_user u ON u.clinic_id = dp.clinic_id AND u.id = dp.user_id
        JOIN care_team_member m ON m.clinic_id = dp.clinic_id AND m.user_id = dp.user_id AND m.patient_id = own.patient_id AND m.left_at IS NULL
        WHERE dp.clinic_id = own.clinic_id AND dp.program_id = own.id AND dp.user_id <> ${actor.userId}::uuid
          AND dp.seen_at > now() - interval '45 seconds')
    ) AS watched FROM own`;
  const [row] = rows;
  return row ? watchedRow.parse(row.watched) : null;
}
