import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { usualSet, type SetLine } from "@/lib/clinical/clearance-set";
import { daysBetween } from "@/lib/clinical/days";
import { dayIn } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import { inClinic } from "@/lib/db/in-clinic";
import { recordAct } from "@/lib/records/audit/record-act";
import type { DecisionSubject } from "./clearance-detail";
import type { Evidence } from "./evidence";
import { cautionOf, type Caution } from "./evidence-needed";
import { gatherEvidences, shownDigest } from "./gather-evidence";
import type { Terms } from "./terms";
import { findUsual } from "./usual-row";

/** One subject of the set before it is signed. */
export type UsualLine = Pick<SetLine, "subjectId" | "start" | "isEarly" | "isUsual" | "needsLimit"> & {
  subject: DecisionSubject;
  /** Days since the anchor on which it typically begins. */
  typicalDay: number;
  state: "requested" | "denied" | "revoked" | null;
  terms: Terms;
  evidence: Evidence;
  evidenceSha256: string;
  /** Why it is not chosen beforehand, beside what makes it unusual; null where nothing speaks against it. */
  caution: Caution | null;
};

export type UsualPage = {
  patient: { id: string; name: string; mrn: string; locale: "en" | "es" };
  /** Days since the anchor today. */
  day: number;
  /** The week whose end was asked for; this week when none was. */
  week: number;
  lines: UsualLine[];
};

/**
 * What typically begins by the end of a week after the anchor and is the actor's to decide, in the order in which it begins, each with its
 * usual limits and its evidence. Empty without an open episode.
 * @param week whole weeks since the anchor; null: this week
 * @throws {NotFound} of a patient who is not theirs
 */
export async function loadUsual(
  actor: Actor,
  { patientId, week: asked }: { patientId: string; week: number | null },
  now: Date = new Date(),
): Promise<UsualPage> {
  requirePermission(actor, "clearance.decide");
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const found = await findUsual(tx, actor, patientId, today);
    await recordAct(tx, actor, "clearance.read", { kind: "clearances", id: patientId, patientId });
    const { patient, episode } = found;
    if (episode === null) return { patient, day: 0, week: 0, lines: [] };
    const day = daysBetween(episode.limits.anchor, today);
    const week = asked ?? Math.max(0, Math.floor(day / 7));
    const set = usualSet(
      episode.subjects.map(({ set: subject }) => subject),
      episode.limits,
      { week, today },
    );
    const ids = set.map(({ subjectId }) => subjectId);
    const evidences = await gatherEvidences(tx, askedOrNot(actor, episode.id, ids), today);
    const lines = set.flatMap((line): UsualLine[] => {
      const subject = episode.subjects.find(({ set: { id } }) => id === line.subjectId);
      const evidence = subject && evidences.get(subject.requestedId ?? line.subjectId);
      if (!subject || !evidence) return [];
      const { state } = subject.set;
      const caution = cautionOf(evidence);
      return [
        {
          ...line,
          isUsual: line.isUsual && caution === null,
          caution,
          subject: subject.words,
          typicalDay: daysBetween(episode.limits.anchor, line.start.on),
          state: state === "requested" || state === "denied" || state === "revoked" ? state : null,
          terms: termsOfLine(line),
          evidence,
          evidenceSha256: shownDigest(evidence),
        },
      ];
    });
    return { patient, day, week, lines };
  });
}

function termsOfLine({ fromDay, maxKg, maxMinutes, reviewOn }: SetLine): Terms {
  return { fromDay, untilDay: null, maxMinutes, maxKg, wordsForPatient: null, reviewOn };
}

/** The requests that wait, and for every other subject the clearance as it would be asked for now. */
export function askedOrNot(actor: Actor, episodeId: string, subjectIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT e.clinic_id, w.id, e.id AS episode_id, s.id AS subject_id, w.question, coalesce(w.requested_at, now()) AS requested_at,
      coalesce(w.requested_by_id, ${actor.userId}::uuid) AS requested_by_id, keys_opened_by(e.clinic_id, s.id, e.id) AS opens_keys
    FROM episode e
    JOIN clearance_subject s ON s.clinic_id = e.clinic_id AND s.id = ANY (${subjectIds})
    LEFT JOIN clearance w ON w.clinic_id = e.clinic_id AND w.episode_id = e.id AND w.subject_id = s.id AND w.state = 'requested'
    WHERE e.clinic_id = ${actor.clinicId}::uuid AND e.id = ${episodeId}::uuid`;
}
