import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { judgeCheckIn } from "@/lib/check-in/judge";
import type { CheckInAnswer } from "@/lib/check-in/result";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { Conflict } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { proposeLess } from "@/lib/records/proposals/propose-less";
import { saidIn } from "@/lib/records/reports/said-in";
import type { CheckInReport } from "@/lib/schemas/check-in";
import { answerOf } from "./answer";
import { applyEffects } from "./apply-effects";
import { loadSettings } from "@/lib/records/settings/current-settings";
import { clinicTriage } from "./clinic-triage";
import { insertCheckIn } from "./insert-check-in";
import { loadEarlier } from "./load-earlier";
import { oneAtATime } from "./one-at-a-time";
import { loadOwnEpisode } from "./own-episode";
import { ownPatientId } from "./own-patient";
import { readWhen } from "./when";

/**
 * Takes a patient's report, judges it and does at once what its level demands: one row, one audit event of it, at most one alert, however often
 * the same key is sent. Sent again, the first answer is given again.
 * @param now the clock, for tests
 * @throws {Invalid} naming each answer that cannot be taken, and a day or time too long ago
 * @throws {NotFound} without an open episode, or when the check-in to correct is not theirs
 * @throws {Conflict} on `check-in` when the key was used for another report, on `correction` when the one to correct has been corrected
 * @throws {Refused} `tooLateToCorrect` more than 24 hours after the one to correct
 */
export async function reportCheckIn(
  actor: Actor,
  input: CheckInReport,
  now: Date = new Date(),
): Promise<CheckInAnswer> {
  requirePermission(actor, "own.report");
  const { idempotencyKey } = input;
  const fingerprint = saidIn(input);
  const report = async (tx: Tx) => {
    await waitForOwnReports(tx, actor);
    const first = await findByKey(tx, actor, idempotencyKey);
    if (first) {
      if (first.fingerprint !== fingerprint) throw new Conflict("check-in", answerOf(first, true));
      return answerOf(first, true);
    }
    const episode = await loadOwnEpisode(tx, actor);
    const settings = await loadSettings(tx, actor.clinicId);
    const content = clinicTriage(actor.clinicId, settings);
    const { earlierThan, corrected } = await loadEarlier(tx, actor, episode, input, settings.clinical, now);
    const when = readWhen(input, corrected?.onDay ?? null, actor.clinic.timeZone, now);
    const { result, answers } = judgeCheckIn(
      { stage: input.stage, answers: input.answers, episode, earlier: earlierThan(when.onDay), onDay: when.onDay },
      content,
      settings.clinical,
    );
    const judged = { result, settingsVersion: settings.version };
    const row = await insertCheckIn(
      tx,
      actor,
      { input, fingerprint, when, episode, correctsId: corrected?.id, answers, ...judged, now },
      content,
    );
    await recordAct(tx, actor, "check-in.report", { kind: "check-in", id: row.id, patientId: episode.patientId });
    await applyEffects(tx, actor, { episode, checkInId: row.id, ...judged, now }, content);
    return answerOf(row, false);
  };
  const patientId = ownPatientId(actor);
  const answer = await oneAtATime(`${actor.clinicId} ${patientId}`, () => inClinic(actor, report));
  if (answer.level === "REDUCE_DOSE" && !answer.isRepeat) await proposeLess(actor, patientId, answer.onDay, now);
  return answer;
}

/** One report of a patient at a time: a second one with the same key finds the first. */
async function waitForOwnReports(tx: Tx, actor: Actor): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM patient
    WHERE clinic_id = ${actor.clinicId}::uuid AND id = ${ownPatientId(actor)}::uuid FOR NO KEY UPDATE`;
}

function findByKey(tx: Tx, actor: Actor, idempotencyKey: string) {
  const { clinicId } = actor;
  return tx.checkIn.findUnique({
    where: { clinicId_patientId_idempotencyKey: { clinicId, patientId: ownPatientId(actor), idempotencyKey } },
  });
}
