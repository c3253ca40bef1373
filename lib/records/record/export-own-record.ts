import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { dayIn, type Day } from "@/lib/dates";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { TooMany } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { shippedTriage } from "@/lib/records/check-ins/shipped-triage";
import { loadSituation } from "@/lib/records/programs/situation";
import { loadOpenLines } from "@/lib/records/today/open-lines";
import { reviewedLines } from "@/lib/records/today/reviewed-lines";
import {
  ownCheckInSchema,
  ownMarkSchema,
  type OwnCheckIn,
  type OwnMark,
  type OwnRecordHead,
  type OwnTreatment,
} from "@/lib/schemas/own-record";
import { dosageSchema } from "@/lib/schemas/dosage";
import { protocolFactsSchema } from "@/lib/schemas/stored-facts";
import { answersInWords } from "./answers-in-words";
import { loadOwnTreatments } from "./own-treatments";

/** Files that one person can take in an hour, of both kinds together. */
const mostAnHour = 12;
const rowsAtOnce = 200;

/** The record as it is written into a file: the lists come a page at a time, so that a long record needs no more memory than a short one. */
export type OwnRecordExport = {
  head: OwnRecordHead;
  checkIns: () => AsyncGenerator<OwnCheckIn[]>;
  marks: () => AsyncGenerator<OwnMark[]>;
};

/**
 * Everything of the patient's own record that they may read. Audited before the first word of it leaves.
 * @throws {TooMany} after twelve files within an hour
 */
export async function exportOwnRecord(actor: Actor, now: Date = new Date()): Promise<OwnRecordExport> {
  requirePermission(actor, "own.export");
  const patientId = ownPatientId(actor);
  const { name, phone, timeZone } = actor.clinic;
  const head = await inClinic(actor, async (tx) => {
    await refuseTooMany(tx, actor, now);
    const { treatments, ...rest } = await loadOwnTreatments(tx, actor);
    const exercises = await exercisesNow(tx, actor, dayIn(timeZone, now));
    await recordAct(tx, actor, "record.export", { kind: "patient", id: patientId, patientId });
    return {
      ...rest,
      treatments: treatments.map((one) =>
        one.id === exercises.episodeId ? { ...one, exercises: exercises.lines } : one,
      ),
    };
  });
  return {
    head: {
      ...{ format: "phasewise-own-record", version: 1, madeAt: now.toISOString(), timeZone },
      clinic: { name, phone },
      ...head,
    },
    checkIns: () => pages(actor, checkInsAfter),
    marks: () => pages(actor, marksAfter),
  };
}

async function refuseTooMany(tx: Tx, actor: Actor, now: Date): Promise<void> {
  const since = new Date(now.getTime() - 3_600_000);
  const taken = await tx.auditEvent.count({
    where: { clinicId: actor.clinicId, patientId: ownPatientId(actor), act: "record.export", at: { gt: since } },
  });
  if (taken >= mostAnHour) throw new TooMany(3600);
}

/** The lines that Today would show, on whichever day of the week. */
async function exercisesNow(
  tx: Tx,
  actor: Actor,
  today: Day,
): Promise<{ episodeId: string | null; lines: OwnTreatment["exercises"] }> {
  const patientId = ownPatientId(actor);
  const rows = await tx.$queryRaw<{ episodeId: string; facts: unknown }[]>`
    SELECT e.id AS "episodeId", v.facts FROM episode e
    JOIN program p ON p.clinic_id = e.clinic_id AND p.episode_id = e.id AND p.state IN ('active', 'held')
    JOIN template_version v ON v.clinic_id = p.clinic_id AND v.id = p.template_version_id
    WHERE e.clinic_id = ${actor.clinicId}::uuid AND e.patient_id = ${patientId}::uuid AND e.ended_at IS NULL`;
  const [running] = rows;
  if (running === undefined) return { episodeId: null, lines: [] };
  const { episodeId } = running;
  const situation = await loadSituation(tx, actor.clinicId, episodeId, today);
  if (situation === null) return { episodeId, lines: [] };
  const open = await loadOpenLines(tx, actor.clinicId, patientId, today);
  const lines = reviewedLines(open, situation, protocolFactsSchema.parse(running.facts));
  return {
    episodeId,
    lines: lines.map(({ texts, dosage, noteToPatient }) => ({
      ...{ exercise: texts.name, noteToPatient },
      dosage: dosageSchema.parse(dosage),
    })),
  };
}

/** Where a page ended: the instant by which the list is ordered, as PostgreSQL wrote it, and the id. */
type Mark = { at: string; id: string };
type Page<T> = { rows: T[]; last: Mark | null };

/** A list in pages, each in a transaction of its own. */
async function* pages<T>(
  actor: Actor,
  read: (tx: Tx, actor: Actor, after: Mark | null) => Promise<Page<T>>,
): AsyncGenerator<T[]> {
  let after: Mark | null = null;
  for (;;) {
    const from: Mark | null = after;
    const page: Page<T> = await inClinic(actor, (tx) => read(tx, actor, from));
    if (page.rows.length > 0) yield page.rows;
    if (page.last === null || page.rows.length < rowsAtOnce) return;
    after = page.last;
  }
}

const placed = z.object({ at: z.string(), id: z.string() });
const checkInRow = ownCheckInSchema.omit({ said: true });

async function checkInsAfter(tx: Tx, actor: Actor, after: Mark | null): Promise<Page<OwnCheckIn>> {
  const rows = await tx.$queryRaw<{ at: string; id: string; report: unknown }[]>`
    SELECT c.reported_at::text AS at, c.id, jsonb_build_object('id', c.id, 'onDay', c.on_day, 'reportedAt', c.reported_at, 'stage', c.stage,
      'painBefore', c.nprs_before, 'painDuring', c.nprs_during, 'painAfter', c.nprs_after, 'level', c.level, 'answers', c.answers,
      'isCorrected', EXISTS (SELECT FROM check_in later WHERE later.clinic_id = c.clinic_id AND later.corrects_id = c.id),
      'corrects', c.corrects_id, 'correctionReason', c.correction_reason) AS report
    FROM check_in c
    WHERE c.clinic_id = ${actor.clinicId}::uuid AND c.patient_id = ${ownPatientId(actor)}::uuid
      AND (${after?.at ?? null}::timestamptz IS NULL OR (c.reported_at, c.id) > (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    ORDER BY c.reported_at, c.id LIMIT ${rowsAtOnce}`;
  const { inputs } = shippedTriage();
  const reports = rows.map(({ report }) => {
    const row = checkInRow.parse(report);
    return { ...row, said: answersInWords(row.answers, inputs) };
  });
  return { rows: reports, last: lastOf(rows) };
}

async function marksAfter(tx: Tx, _: Actor, after: Mark | null): Promise<Page<OwnMark>> {
  const rows = await tx.$queryRaw<{ at: string; id: string; mark: unknown }[]>`
    SELECT m.received_at::text AS at, m.id, jsonb_build_object('onDay', m.on_day, 'session', m.session, 'exercise', m.name,
      'outcome', m.outcome, 'reportedAt', m.reported_at) AS mark
    FROM own_marks(${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid, ${rowsAtOnce}::integer) m
    ORDER BY m.received_at, m.id`;
  return { rows: rows.map(({ mark }) => ownMarkSchema.parse(mark)), last: lastOf(rows) };
}

function lastOf(rows: readonly unknown[]): Mark | null {
  const last = rows.at(-1);
  return last === undefined ? null : placed.parse(last);
}
