import { v7 as newId } from "uuid";
import { z } from "zod";
import type { SystemActor } from "@/lib/access/actor";
import { theProduct } from "@/lib/access/the-product";
import { dailyReview } from "@/lib/clinical/daily-review";
import type { Day } from "@/lib/dates";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { recordAct, recordActs } from "@/lib/records/audit/record-act";
import { shippedTriage } from "@/lib/records/check-ins/shipped-triage";
import { announceEnding } from "@/lib/records/clearances/announce-ending";
import { expireClearances } from "@/lib/records/clearances/expire-clearances";
import { loadSettings } from "@/lib/records/settings/current-settings";
import { loadReviewed } from "./load-reviewed";

/** What a review did, in numbers: it names nobody. */
export type ReviewRun = { people: number; tasks: number; expired: number; ending: number };

/**
 * The daily review of one clinic: decides by the pure rule what somebody of a care team must look at, and opens each task once, however often
 * the day is reviewed; closes the grants that are over and announces those about to end. The product itself acts and is audited. The number
 * of statements does not depend on the number of patients.
 * @param today the clinic's local date
 */
export async function runDailyReview(clinicId: string, today: Day, now: Date = new Date()): Promise<ReviewRun> {
  return asTheProduct(clinicId, async (tx, actor) => {
    const reviewed = await reviewPeople(tx, actor, today, now);
    const expired = await expireClearances(tx, actor, today);
    const ending = await announceEnding(tx, actor, today, now);
    return { ...reviewed, expired, ending };
  });
}

/** The part of a daily review that looks at people alone: what a day long ago would have asked, on a record that tells of later days too. */
export async function runReviewOfPeople(clinicId: string, today: Day, now: Date): Promise<void> {
  await asTheProduct(clinicId, (tx, actor) => reviewPeople(tx, actor, today, now));
}

function asTheProduct<T>(clinicId: string, act: (tx: Tx, actor: SystemActor) => Promise<T>): Promise<T> {
  const actor = theProduct(clinicId);
  return inClinic(actor, async (tx) => {
    // One review of a clinic at a time: the second one sees what the first has raised.
    await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`daily-review ${clinicId}`}, 0))) AS waited`;
    return act(tx, actor);
  });
}

async function reviewPeople(tx: Tx, actor: SystemActor, today: Day, now: Date) {
  const { clinicId } = actor;
  const settings = await loadSettings(tx, clinicId);
  const people = await loadReviewed(tx, clinicId, today);
  const { trendRules } = shippedTriage();
  const tasks = people.flatMap((person) =>
    dailyReview(person, today, trendRules, settings.clinical).map(({ cause, occasion, owner }) => ({
      id: newId(),
      patientId: person.patientId,
      cause,
      occasion,
      ownerId: owner === "surgeon" ? person.surgeonId : person.therapistId,
    })),
  );
  const opened = await openTasks(tx, clinicId, tasks, settings.version, now);
  await recordActs(
    tx,
    actor,
    "alert.open",
    opened.map(({ id, patientId }) => ({ kind: "alert", id, patientId })),
  );
  await recordAct(tx, actor, "review.run", { kind: "daily-review", id: today });
  return { people: people.length, tasks: opened.length };
}

const openedRows = z.array(z.strictObject({ id: z.string(), patientId: z.string() }));

/** Opens the tasks in one statement; one whose cause still waits, or whose occasion has been answered, stays as it is. */
async function openTasks(tx: Tx, clinicId: string, tasks: readonly object[], settingsVersion: number, now: Date) {
  const rows = await tx.$queryRaw<unknown[]>`
    INSERT INTO alert (clinic_id, id, patient_id, cause, occasion, owner_id, settings_version, opened_at)
    SELECT ${clinicId}::uuid, t.id, t."patientId", t.cause, t.occasion, t."ownerId", ${settingsVersion}::int, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) AS t (id uuid, "patientId" uuid, cause text, occasion text, "ownerId" uuid)
    ON CONFLICT DO NOTHING
    RETURNING id, patient_id AS "patientId"`;
  return openedRows.parse(rows);
}
