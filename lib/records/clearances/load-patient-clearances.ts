import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { may, requirePermission } from "@/lib/access/permissions";
import { daysBetween } from "@/lib/clinical/days";
import { clearanceStates, type ClearanceState, type Text } from "@/lib/clinical/facts";
import { dayIn, type Day } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { signedOutcomes, type SignedOutcome } from "@/lib/schemas/clearance";
import { ownQuestionSchema, questionsOfEpisode, type OwnQuestion } from "@/lib/records/questions/own-questions";
import { openStates, outcomesFrom } from "./moves";
import { subjectTextsSchema } from "./subject-texts";
import { termsSchema, type Terms } from "./terms";

export type DecidedClearance = {
  decisionId: string;
  outcome: SignedOutcome;
  at: string;
  signedName: string;
  meaning: string;
  reason: string | null;
  terms: Terms;
  sha256: string;
};

export type PatientClearance = {
  clearanceId: string;
  subjectId: string;
  subject: Text;
  decidedBy: "surgeon" | "therapist";
  /** As it is today: a grant past its end is shown as expired. */
  state: ClearanceState;
  question: string | null;
  askedBy: string;
  askedAt: string;
  terms: Terms;
  /** Newest first. */
  decisions: DecidedClearance[];
  /** Whether the reader may decide it now. */
  isMineToDecide: boolean;
};

export type AskableSubject = {
  id: string;
  kind: "activity" | "key";
  name: Text;
  decidedBy: "surgeon" | "therapist";
  /** The typical earliest day of the program; null where the content names none for this protocol. */
  typicalDay: number | null;
  isUnverified: boolean;
};

export type PatientClearances = {
  /** Whether the episode is open: of one that has ended, nothing is asked or decided. */
  isOpen: boolean;
  clearances: PatientClearance[];
  /** What can be asked for now; empty for who may not ask, and without an open episode. */
  askable: AskableSubject[];
  /** What the patient asked, and the language in which they read the answer. */
  questions: OwnQuestion[];
  patientLocale: "en" | "es";
  /** Days since the pathway's start, else since the procedure; null without an open episode. */
  day: number | null;
};

/**
 * Every clearance of the patient's latest episode with its signed decisions, newest request first, and what can still be asked for.
 * @throws {NotFound} of a patient who is not theirs
 */
export async function loadPatientClearances(
  actor: Actor,
  patientId: string,
  now: Date = new Date(),
): Promise<PatientClearances> {
  requirePermission(actor, "patient.read");
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ found: unknown }[]>`
      SELECT jsonb_build_object('isOpen', coalesce(e.ended_at IS NULL AND e.id IS NOT NULL, false), 'questions', ${questionsOfEpisode}, 'patientLocale', p.locale, 'protocol', e.protocol_id, 'countsFrom', coalesce(e.pathway_start, e.procedure_date),
        'clearances', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('clearanceId', c.id, 'subjectId', c.subject_id, 'texts', s.texts,
            'decidedBy', decides_now(c), 'state', c.state, 'question', c.question, 'askedBy', asker.printed_name, 'askedAt', c.requested_at,
            'terms', jsonb_build_object('fromDay', c.from_day, 'untilDay', c.until_day, 'maxMinutes', c.max_minutes, 'maxKg', c.max_kg,
              'wordsForPatient', c.words_for_patient, 'reviewOn', c.review_on),
            'decisions', (
              SELECT coalesce(jsonb_agg(jsonb_build_object('decisionId', d.id, 'outcome', d.outcome, 'at', d.decided_at,
                'signedName', d.signed_name, 'meaning', d.meaning, 'reason', d.reason, 'terms', d.terms, 'sha256', d.sha256)
                ORDER BY d.decided_at DESC, d.id DESC), '[]')
              FROM clearance_decision d WHERE d.clinic_id = c.clinic_id AND d.clearance_id = c.id))
            ORDER BY c.requested_at DESC, c.id DESC), '[]')
          FROM clearance c
          JOIN clearance_subject s ON s.clinic_id = c.clinic_id AND s.id = c.subject_id
          JOIN clinic_user asker ON asker.clinic_id = c.clinic_id AND asker.id = c.requested_by_id
          WHERE c.clinic_id = p.clinic_id AND c.episode_id = e.id),
        'subjects', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'decidedBy', clearance_decider(s.clinic_id, s.id, e.id), 'texts', s.texts)
            ORDER BY s.kind, s.id), '[]')
          FROM clearance_subject s WHERE s.clinic_id = p.clinic_id AND e.id IS NOT NULL AND e.ended_at IS NULL AND ${may(actor.role, "clearance.request")})
      ) AS found
      FROM patient p
      JOIN care_team_member m ON m.clinic_id = p.clinic_id AND m.patient_id = p.id AND m.user_id = ${actor.userId}::uuid AND m.left_at IS NULL
      LEFT JOIN LATERAL (
        SELECT * FROM episode latest WHERE latest.clinic_id = p.clinic_id AND latest.patient_id = p.id
        ORDER BY latest.ended_at DESC NULLS FIRST, latest.created_at DESC LIMIT 1
      ) e ON true
      WHERE p.clinic_id = ${actor.clinicId}::uuid AND p.id = ${patientId}::uuid`;
    if (!row) throw new NotFound("patient");
    const found = patientRow.parse(row.found);
    await recordAct(tx, actor, "clearance.read", { kind: "clearances", id: patientId, patientId });
    const clearances = found.clearances.map(({ texts, state, ...clearance }) => ({
      ...clearance,
      subject: texts.name,
      state: shownState(state, clearance.terms.untilDay, today),
      isMineToDecide: found.isOpen && clearance.decidedBy === actor.role && outcomesFrom(state).length > 0,
    }));
    const standing = new Set(
      clearances.filter(({ state }) => isOpen(state) && state !== "returned").map(({ subjectId }) => subjectId),
    );
    return {
      ...{ isOpen: found.isOpen, questions: found.questions, patientLocale: found.patientLocale },
      clearances,
      askable: found.subjects
        .filter(({ id }) => !standing.has(id))
        .map(({ texts, ...subject }) => {
          const typical = texts.typicalEarliest[found.protocol ?? ""];
          return {
            ...subject,
            name: texts.name,
            typicalDay: typical?.earliestDay ?? null,
            isUnverified: typical?.basis === "background, unverified",
          };
        }),
      day: found.countsFrom === null ? null : daysBetween(found.countsFrom, today),
    };
  });
}

function isOpen(state: ClearanceState): boolean {
  return openStates.some((open) => open === state);
}

function shownState(state: ClearanceState, until: Day | null, today: Day): ClearanceState {
  return (state === "granted" || state === "limited") && until !== null && until < today ? "expired" : state;
}

const instant = z.string().transform((at) => new Date(at).toISOString());
const clinician = z.enum(["surgeon", "therapist"]);

const patientRow = z.strictObject({
  isOpen: z.boolean(),
  questions: z.array(ownQuestionSchema),
  patientLocale: z.enum(["en", "es"]),
  protocol: z.string().nullable(),
  countsFrom: z.iso.date().nullable(),
  clearances: z.array(
    z.strictObject({
      clearanceId: z.string(),
      subjectId: z.string(),
      texts: subjectTextsSchema,
      decidedBy: clinician,
      state: z.enum(clearanceStates),
      question: z.string().nullable(),
      askedBy: z.string(),
      askedAt: instant,
      terms: termsSchema.extend({ maxKg: z.coerce.number().nullable() }),
      decisions: z.array(
        z.strictObject({
          decisionId: z.string(),
          outcome: z.enum(signedOutcomes),
          at: instant,
          signedName: z.string(),
          meaning: z.string(),
          reason: z.string().nullable(),
          terms: termsSchema,
          sha256: z.string(),
        }),
      ),
    }),
  ),
  subjects: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(["activity", "key"]),
      decidedBy: clinician,
      texts: subjectTextsSchema,
    }),
  ),
});
