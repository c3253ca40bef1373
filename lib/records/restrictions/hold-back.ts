import type { Actor } from "@/lib/access/actor";
import type { RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import type { Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { loadMet, newlyMet, tellTherapist, type NewlyMet } from "@/lib/records/episodes/met-by-record";
import type { OwnEpisode } from "@/lib/records/episodes/own-episode";
import { proposeDraft } from "./propose-draft";

/** The lines that an order newly meets, and whether a draft without those that cannot be signed now waits for the therapist. */
export type HeldBackNow = NewlyMet & { hasDraft: boolean };

/**
 * Does the write, then says what it newly meets. The patient's therapist is told, also of what opens; where lines are met and no draft is open, one
 * is proposed without those that cannot be signed now. The gate itself is the database's, in the same transaction.
 * @param write answers the terms that it ordered
 */
export async function holdBack(
  tx: Tx,
  actor: Actor,
  episode: OwnEpisode,
  { today, now }: { today: Day; now: Date },
  write: () => Promise<readonly RestrictionTerms[]>,
): Promise<HeldBackNow> {
  const { clinicId } = actor;
  const before = await loadMet(tx, clinicId, episode.id, today);
  const ordered = await write();
  const after = await loadMet(tx, clinicId, episode.id, today);
  const met = newlyMet(before, after);
  if (met.length > 0 || actor.role === "surgeon") {
    await tellTherapist(tx, actor, episode.patientId, "restriction-ordered", after.settingsVersion, now);
  }
  const leftOut = met.length === 0 ? [] : after.unsignable();
  const hasDraft = leftOut.length > 0 && (await proposeDraft(tx, actor, episode, { ordered, leftOut }));
  return { met: met.map(({ exercise, name, isClosed }) => ({ exercise, name, isClosed })), hasDraft };
}
