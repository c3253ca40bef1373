import type { Actor } from "@/lib/access/actor";
import { may, requirePermission } from "@/lib/access/permissions";
import { confirmIdentity } from "@/lib/access/sign-in";
import { loosenedIn, type RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import { dayIn } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { Invalid } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { canonicalJson } from "@/lib/records/canonical-json";
import { lockEpisode } from "@/lib/records/episodes/own-episode";
import type { ChangeRestrictionInput } from "@/lib/schemas/restriction";
import { holdBack, type HeldBackNow } from "./hold-back";
import { standingRestriction } from "./own-restriction";
import { refuseTerms } from "./refuse-terms";
import { writeRestriction } from "./write-decision";

/**
 * Changes a restriction with a signature: the old one ends, the new one begins, both are kept. A therapist only makes it stricter.
 * @returns the lines that the new terms close
 * @throws {Invalid} on `password`; on `terms.…` where nothing changes, where an end cannot be, where a therapist would loosen it
 * @throws {NotFound} where the patient is not theirs, or the episode has no such restriction
 * @throws {Conflict} where somebody ended or changed it first
 */
export async function changeRestriction(
  actor: Actor,
  { patientId, restrictionId, terms, password }: ChangeRestrictionInput,
  now: Date = new Date(),
): Promise<HeldBackNow> {
  requirePermission(actor, "restriction.order");
  await confirmIdentity(actor, password);
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const episode = await lockEpisode(tx, actor, patientId);
    const former = await standingRestriction(tx, actor, episode, restrictionId);
    if (terms.kind !== former.terms.kind) throw new Invalid({ "terms.kind": "keepsItsKind" });
    if (canonicalJson(terms) === canonicalJson(former.terms)) {
      throw new Invalid({ [`terms.${limitOf(terms)}`]: "nothingChanged" });
    }
    const loosened = may(actor.role, "restriction.end") ? null : loosenedIn(terms, former.terms);
    if (loosened !== null) throw new Invalid({ [`terms.${fieldOf(loosened, terms)}`]: "stricterOnly" });
    await refuseTerms(tx, actor.clinicId, episode.id, [{ at: "terms.", terms, replacing: former.id }], today);
    return holdBack(tx, actor, episode, { today, now }, async () => {
      const id = await writeRestriction(tx, actor, episode, terms, now, former);
      await recordAct(tx, actor, "restriction.change", { kind: "restriction", id, patientId: episode.patientId });
      return [terms];
    });
  });
}

function limitOf({ kg, minutes }: RestrictionTerms): string {
  if (kg !== null) return "kg";
  return minutes === null ? "untilDate" : "minutes";
}

/** The field that the page shows the refusal at. */
function fieldOf(
  loosened: NonNullable<ReturnType<typeof loosenedIn>>,
  { untilPhase, untilClearance }: RestrictionTerms,
): string {
  if (loosened !== "end") return loosened;
  if (untilPhase !== null) return "untilPhase";
  return untilClearance === null ? "untilDate" : "untilClearance";
}
