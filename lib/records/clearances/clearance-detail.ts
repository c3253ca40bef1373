import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { clearanceStates, type ClearanceState } from "@/lib/clinical/facts";
import type { Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { wholeYears } from "@/lib/records/patients/age";
import { sha256Of } from "@/lib/records/canonical-json";
import type { DecisionOutcome } from "@/lib/schemas/clearance";
import type { Evidence } from "./evidence";
import { askedClearances, gatherEvidences } from "./gather-evidence";
import { outcomesFrom } from "./moves";
import { isStanding } from "./standing-decision";
import { subjectTextsSchema, type SubjectTexts } from "./subject-texts";
import type { Terms } from "./terms";

/** What a decision is about, in the words of both sides. */
export type DecisionSubject = Pick<SubjectTexts, "name" | "meaning" | "patientName"> & { kind: "activity" | "key" };

/** One clearance before whoever decides it. */
export type ClearanceDetail = {
  clearanceId: string;
  state: ClearanceState;
  version: number;
  patient: { id: string; name: string; mrn: string; age: number; locale: "en" | "es" };
  /** What the patient will read of it. */
  subject: DecisionSubject;
  evidence: Evidence;
  /** Sent back with the decision, so that it is signed on what was seen. */
  evidenceSha256: string;
  /** The outcomes that the state allows; empty when nothing is left to decide. */
  outcomes: DecisionOutcome[];
  /** Of the grant under review, else filled in from the lines that wait. */
  terms: Terms;
  lastDecision: { at: string; by: string; meaning: string; reason: string | null } | null;
};

/**
 * Loads one clearance that the actor may decide, with its evidence.
 * @throws {NotFound} where it is not theirs
 */
export async function detailOf(tx: Tx, actor: Actor, clearanceId: string, today: Day): Promise<ClearanceDetail> {
  const [detail] = await detailsOf(tx, actor, [clearanceId], today);
  if (!detail) throw new NotFound("clearance");
  return detail;
}

/** Those of the clearances that the actor may decide, in the order in which they were asked, in two queries. */
export async function detailsOf(
  tx: Tx,
  actor: Actor,
  clearanceIds: readonly string[],
  today: Day,
): Promise<ClearanceDetail[]> {
  const rows = await tx.$queryRaw<{ found: unknown }[]>`
    SELECT jsonb_build_object('clearanceId', c.id, 'state', c.state, 'version', c.version, 'kind', s.kind, 'texts', s.texts,
      'patient', jsonb_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name, 'mrn', p.mrn, 'locale', p.locale,
        'birthDate', p.birth_date),
      'terms', jsonb_build_object('fromDay', c.from_day, 'untilDay', c.until_day, 'maxMinutes', c.max_minutes, 'maxKg', c.max_kg,
        'wordsForPatient', c.words_for_patient, 'reviewOn', c.review_on),
      'lastDecision', (
        SELECT jsonb_build_object('at', d.decided_at, 'by', d.signed_name, 'meaning', d.meaning, 'reason', d.reason)
        FROM clearance_decision d WHERE d.clinic_id = c.clinic_id AND d.clearance_id = c.id AND ${isStanding}
        ORDER BY d.decided_at DESC, d.id DESC LIMIT 1)
    ) AS found
    FROM clearance c
    JOIN clearance_subject s ON s.clinic_id = c.clinic_id AND s.id = c.subject_id
    JOIN patient p ON p.clinic_id = c.clinic_id AND p.id = c.patient_id
    JOIN care_team_member m ON m.clinic_id = c.clinic_id AND m.patient_id = p.id AND m.user_id = ${actor.userId}::uuid AND m.left_at IS NULL
    WHERE c.clinic_id = ${actor.clinicId}::uuid AND c.id = ANY (${clearanceIds}::uuid[])
      AND decides_now(c) = ${actor.role}
    ORDER BY c.requested_at, c.id`;
  const found = rows.map((row) => detailRow.parse(row.found));
  if (found.length === 0) return [];
  const ids = found.map(({ clearanceId }) => clearanceId);
  const evidences = await gatherEvidences(tx, askedClearances(actor.clinicId, ids), today);
  return found.flatMap((row) => {
    const evidence = evidences.get(row.clearanceId);
    return evidence ? [shaped(row, evidence, today)] : [];
  });
}

function shaped(row: z.output<typeof detailRow>, evidence: Evidence, today: Day): ClearanceDetail {
  const { clearanceId, state, version, patient, kind, texts, terms, lastDecision } = row;
  const { birthDate, ...person } = patient;
  const { name, meaning, patientName } = texts;
  return {
    clearanceId,
    state,
    version,
    patient: { ...person, age: wholeYears(birthDate, today) },
    subject: { kind, name, meaning, patientName },
    evidence,
    evidenceSha256: sha256Of(evidence),
    outcomes: [...outcomesFrom(state)],
    terms: state === "requested" ? askedTerms(evidence) : fromTodayOn(terms, today),
    lastDecision,
  };
}

const detailRow = z.strictObject({
  clearanceId: z.string(),
  kind: z.enum(["activity", "key"]),
  state: z.enum(clearanceStates),
  version: z.number(),
  texts: subjectTextsSchema,
  patient: z.strictObject({
    id: z.string(),
    name: z.string(),
    mrn: z.string(),
    locale: z.enum(["en", "es"]),
    birthDate: z.iso.date(),
  }),
  terms: z.strictObject({
    fromDay: z.iso.date().nullable(),
    untilDay: z.iso.date().nullable(),
    maxMinutes: z.number().nullable(),
    maxKg: z.coerce.number().nullable(),
    wordsForPatient: z.string().nullable(),
    reviewOn: z.iso.date().nullable(),
  }),
  lastDecision: z
    .strictObject({
      at: z.string().transform((at) => new Date(at).toISOString()),
      by: z.string(),
      meaning: z.string(),
      reason: z.string().nullable(),
    })
    .nullable(),
});

/** The limits that the waiting lines would need: the longest and the heaviest of them. */
function askedTerms({ opens, time }: Evidence): Terms {
  const most = (values: (number | null)[]) =>
    values.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
  return {
    fromDay: time.today,
    untilDay: null,
    maxMinutes: most(opens.lines.map(({ durationMin }) => durationMin)),
    maxKg: most(opens.lines.map(({ loadKg }) => loadKg)),
    wordsForPatient: null,
    reviewOn: null,
  };
}

/** The terms of a grant as they could be confirmed: nothing begins, ends or is looked at again in the past. One that has ended ends today. */
function fromTodayOn(terms: Terms, today: Day): Terms {
  const ahead = (day: Day | null) => (day !== null && day >= today ? day : null);
  return {
    ...terms,
    fromDay: ahead(terms.fromDay) ?? today,
    untilDay: terms.untilDay === null ? null : (ahead(terms.untilDay) ?? today),
    reviewOn: ahead(terms.reviewOn),
  };
}
