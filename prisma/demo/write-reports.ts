import type { TriageContent } from "@/lib/clinical/triage-content";
import { isForDay } from "@/lib/clinical/weekdays";
import type { Tx } from "@/lib/db/in-clinic";
import { sha256Of } from "@/lib/records/canonical-json";
import { worryingAnswers } from "@/lib/check-in/worrying-answers";
import { insertRows, type Row } from "@/lib/records/clinics/insert-rows";
import type { AuditTrail } from "./audit-trail";
import { chanceOf } from "./chance";
import { holdsOn, type HoldPeriod } from "./hold-periods";
import { grantedKeys, phaseOn, type Person, type SignedRevision } from "./person";
import type { ToldDay } from "./told-days";

/** Exercises that a hold may leave open. */
const easyExercises: ReadonlySet<string> = new Set(["walk-short", "ankle-pumps", "diaphragmatic-breathing"]);

/** What one patient told: rows of several tables, for one statement each. */
export type Reports = { checkIns: Row[]; symptoms: Row[]; logs: Row[] };

export function noReports(): Reports {
  return { checkIns: [], symptoms: [], logs: [] };
}

/** Adds the rows of a story's check-ins and of what was done on those days. */
export function addReports(
  reports: Reports,
  person: Person,
  told: readonly ToldDay[],
  holds: readonly HoldPeriod[],
  revisions: readonly SignedRevision[],
  content: TriageContent,
  audit: AuditTrail,
): void {
  const { clinicId, patientId, userId, clock } = person;
  const patient = { clinicId, userId, role: "patient" } as const;
  for (const checkIn of told) {
    const { id, answers, at, day, effects } = checkIn;
    reports.checkIns.push(checkInRow(person, checkIn));
    reports.symptoms.push(
      ...worryingAnswers(answers, content).map((sign) => ({
        ...{ clinic_id: clinicId, id: crypto.randomUUID(), check_in_id: id, patient_id: patientId, ...sign },
      })),
    );
    audit.add(patient, "check-in.report", { kind: "check-in", id, patientId }, at);
    if (day === clock.today || effects) continue;
    const done = logRows(person, checkIn, holds, revisions);
    reports.logs.push(...done);
    if (done.length > 0) audit.add(patient, "exercise.log", { kind: "program", id: person.programId, patientId }, at);
  }
}

/** Writes the rows of all patients at once. */
export async function writeReports(tx: Tx, { checkIns, symptoms, logs }: Reports): Promise<void> {
  const run = (sql: string, json: string) => tx.$executeRawUnsafe(sql, json);
  await insertRows(run, "check_in", checkIns);
  await insertRows(run, "symptom_report", symptoms);
  await insertRows(run, "exercise_log", logs);
}

function checkInRow(person: Person, { id, day, stage, answers, result, at }: ToldDay): Row {
  const numberOf = (key: string) => (typeof answers[key] === "number" ? answers[key] : null);
  return {
    ...{ clinic_id: person.clinicId, id, patient_id: person.patientId, episode_id: person.episodeId },
    program_id: phaseOn(person, day) === null ? null : person.programId,
    ...{ idempotency_key: crypto.randomUUID(), fingerprint: sha256Of({ stage, answers }), stage },
    ...{ on_day: person.clock.dayOf(day), reported_at: at.toISOString(), received_at: at.toISOString() },
    ...{ phase: phaseOn(person, day), nprs_before: numberOf("nprsBefore"), nprs_during: numberOf("nprsDuring") },
    ...{ nprs_after: numberOf("nprsAfter"), hours_increased: numberOf("hoursIncreased"), answers },
    ...{ level: result.level, fired: result.fired, missing: result.missing },
  };
}

/** What became of the lines that were open to the patient on the day. */
function logRows(
  person: Person,
  { day, at, result }: ToldDay,
  holds: readonly HoldPeriod[],
  revisions: readonly SignedRevision[],
): Row[] {
  const { story, clock, clinicId, patientId } = person;
  const chance = chanceOf(`${story.key} ${day}`);
  const granted: ReadonlySet<string> = grantedKeys(person, day);
  const held = holdsOn(holds, day);
  const isHeldByHand = story.held !== undefined && story.held.day < day;
  const isEasyAllowed = held.every(({ effects }) => effects.easyActivityAllowed);
  const lines = revisions.findLast((revision) => revision.day <= day)?.lines ?? [];
  const open = lines.filter(
    (line) =>
      line.phase === phaseOn(person, day) &&
      line.opensOn <= clock.dayOf(day) &&
      isForDay(line.weekdays, clock.dayOf(day)) &&
      line.needsKeys.every((key) => granted.has(key)) &&
      ((held.length === 0 && !isHeldByHand) || (isEasyAllowed && easyExercises.has(line.exerciseCode))),
  );
  const hurts = result.level !== "NORMAL_SORENESS";
  return open
    .filter((line) => chance() < Math.min(1, shareOfDays(line) * (0.25 + story.adherence)))
    .flatMap((line, index) => {
      const outcome = hurts && index === 0 ? "skipped-it-hurts" : outcomeBy(chance(), story.adherence);
      return Array.from({ length: line.perDay ?? 1 }, (_, session) => ({
        ...{ clinic_id: clinicId, id: crypto.randomUUID(), patient_id: patientId, prescribed_exercise_id: line.id },
        ...{ on_day: clock.dayOf(day), session: session + 1, outcome, idempotency_key: crypto.randomUUID() },
        ...{ reported_at: at.toISOString(), received_at: at.toISOString() },
      }));
    });
}

/** Of the days on which the line may be done, those on which it is. */
function shareOfDays({ perWeek, weekdays }: SignedRevision["lines"][number]): number {
  return weekdays ? 1 : (perWeek ?? 7) / 7;
}

function outcomeBy(draw: number, adherence: number): string {
  if (draw < adherence) return draw < 0.03 ? "too-easy" : "done";
  return draw > 0.98 ? "could-not" : "not-done";
}
