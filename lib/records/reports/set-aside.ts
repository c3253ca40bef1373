import type { Actor } from "@/lib/access/actor";
import { dateOf, dayIn } from "@/lib/dates";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { Conflict } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { instantOf } from "@/lib/records/check-ins/when";
import type { CheckInReport } from "@/lib/schemas/check-in";
import type { ExerciseMark } from "@/lib/schemas/exercise-log";
import { judgeAside } from "./judge-aside";
import { type KeptAside, keptOf } from "./kept-aside";
import { saidIn } from "./said-in";
import type { WhyAside } from "./why-aside";

/**
 * What was kept aside under a report's key before, and whether the report is of the time before the open episode, when another one was open; one
 * that was part of that other one's record when it first came is not.
 * @throws {Conflict} on `report` when the key was used for another report
 */
export async function standingAside(
  tx: Tx,
  actor: Actor,
  report: CheckInReport | ExerciseMark,
  now: Date,
): Promise<{ kept: KeptAside | null; isOfEndedEpisode: boolean }> {
  const { clinicId } = actor;
  const patientId = ownPatientId(actor);
  const { at } = instantOf(report, now);
  const [row] = await tx.$queryRaw<{ kept: boolean; ended: boolean }[]>`
    SELECT EXISTS (
        SELECT FROM report_set_aside x WHERE x.clinic_id = ${clinicId}::uuid AND x.patient_id = ${patientId}::uuid
          AND x.idempotency_key = ${report.idempotencyKey}::uuid) AS kept,
      EXISTS (
        SELECT FROM episode e JOIN episode before ON before.clinic_id = e.clinic_id AND before.patient_id = e.patient_id AND before.ended_at <= e.created_at
        WHERE e.clinic_id = ${clinicId}::uuid AND e.patient_id = ${patientId}::uuid AND e.ended_at IS NULL AND e.created_at > ${at})
        AND NOT EXISTS (
          SELECT FROM check_in i WHERE i.clinic_id = ${clinicId}::uuid AND i.patient_id = ${patientId}::uuid
            AND i.idempotency_key = ${report.idempotencyKey}::uuid)
        AND NOT EXISTS (
          SELECT FROM exercise_log g WHERE g.clinic_id = ${clinicId}::uuid AND g.patient_id = ${patientId}::uuid
            AND g.idempotency_key = ${report.idempotencyKey}::uuid) AS ended`;
  const isOfEndedEpisode = row?.ended === true;
  return { kept: row?.kept === true ? await keptBefore(tx, actor, report) : null, isOfEndedEpisode };
}

/**
 * Keeps a report that cannot be part of the record, as it was sent: one row and one audit event however often it comes, and where an episode is open
 * and the answers worry, one alert. It holds nothing back: nothing that is not in the record moves a program.
 * @throws {Conflict} on `report` when the key was used for another report
 */
export async function setAside(
  actor: Actor,
  report: CheckInReport | ExerciseMark,
  why: WhyAside,
  now: Date,
): Promise<KeptAside> {
  const { clinicId } = actor;
  const patientId = ownPatientId(actor);
  const { idempotencyKey } = report;
  return inClinic(actor, async (tx) => {
    const { at } = instantOf(report, now);
    const onDay = dayIn(actor.clinic.timeZone, at);
    const judged = "stage" in report ? await judgeAside(tx, actor, report, onDay) : null;
    const [row] = await tx.reportSetAside.createManyAndReturn({
      data: {
        ...{ clinicId, patientId, idempotencyKey, why, fingerprint: saidIn(report), payload: report },
        kind: judged === null ? "exercise-mark" : "check-in",
        ...(judged === null
          ? {}
          : { level: judged.result.level, fired: judged.result.fired, settingsVersion: judged.settingsVersion }),
        ...{ onDay: dateOf(onDay), reportedAt: at, receivedAt: now },
      },
      skipDuplicates: true,
    });
    if (!row) return keptBefore(tx, actor, report);
    await recordAct(tx, actor, "report.set-aside", { kind: "report", id: row.id, patientId });
    await judged?.alarm(now);
    return keptOf(row, false);
  });
}

async function keptBefore(tx: Tx, actor: Actor, report: CheckInReport | ExerciseMark): Promise<KeptAside> {
  const { clinicId } = actor;
  const { idempotencyKey } = report;
  const row = await tx.reportSetAside.findUniqueOrThrow({
    where: { clinicId_patientId_idempotencyKey: { clinicId, patientId: ownPatientId(actor), idempotencyKey } },
  });
  const kept = keptOf(row, true);
  if (row.fingerprint !== saidIn(report)) throw new Conflict("report", kept);
  return kept;
}
