import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { programAfter, whyNotEnd, type EndKind } from "@/lib/clinical/episode-end";
import { dateOf, dayIn, type Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { Invalid, Refused } from "@/lib/errors";
import { recordAct, recordActs } from "@/lib/records/audit/record-act";
import { sha256Of } from "@/lib/records/canonical-json";
import { completeWithin } from "@/lib/records/programs/complete-program";
import { sign } from "@/lib/records/signature";
import { requireVersion, type OwnEpisode } from "../own-episode";
import { endMeanings, type EndContent } from "./end-digest";
import { loadSummary } from "./load-summary";
import { standingProgram, type StandingProgram } from "./standing-program";

/** An end as a clinician signs it. */
type Ending = {
  kind: EndKind;
  version: number;
  /** Of the summary that was read. */
  summarySha256: string;
  endedOn: Day;
  reason: string;
  transferredTo: string | null;
  advice: string | null;
};

const leftDraftRow = z.object({ startPhase: z.number(), lines: z.array(z.json()) });
type LeftDraft = z.output<typeof leftDraftRow>;

/**
 * Ends a locked episode inside the caller's transaction: its program is completed or stopped, an unsigned draft is kept with the signature, open
 * alerts are resolved with the reason, the sign-in of the deceased is closed. What else stood open stays as it stood. Whoever calls has
 * confirmed the actor's identity before.
 * @throws {Conflict} where the episode is no longer the one that was read
 * @throws {Invalid} on a day that cannot be; on `summarySha256` where the record has gone on since the summary was read
 * @throws {Refused} `suspendedStill`
 */
export async function closeEpisode(
  tx: Tx,
  actor: Actor,
  episode: OwnEpisode,
  { version, summarySha256, ...ending }: Ending,
  now: Date,
): Promise<void> {
  const { clinicId } = actor;
  const { id: episodeId, patientId } = episode;
  requireVersion(episode, version);
  await lockWhole(tx, clinicId, episode);
  const program = await standingProgram(tx, actor, episodeId);
  const stood = { program: program?.state ?? "none", isSuspended: program?.isSuspended ?? false } as const;
  const why = whyNotEnd(ending.kind, actor.role === "surgeon" ? "surgeon" : "therapist", stood);
  if (why !== null) throw new Refused(why);
  const summary = await loadSummary(tx, actor, episodeId, ending.endedOn);
  requireDay(ending.endedOn, summary.treatment.procedureOn, dayIn(actor.clinic.timeZone, now));
  if (sha256Of(summary) !== summarySha256) throw new Invalid({ summarySha256: "summaryChanged" });
  const leftDraft = program === null ? null : await dropDraft(tx, clinicId, program.id);
  if (program !== null) await endProgram(tx, actor, program, programAfter(ending.kind, stood), ending.reason, now);
  await resolveAlerts(tx, actor, patientId, ending.reason, now);
  const { advice, kind, endedOn, reason, transferredTo } = ending;
  const content: EndContent = { ...ending, episodeId, patientId, leftDraft, summary };
  const { printedName: signedName, meaning, sha256 } = sign(actor, endMeanings[kind], content, now);
  const ids = { clinicId, episodeId, patientId };
  await tx.episodeEnd.createMany({
    data: {
      ...{ ...ids, kind, endedOn: dateOf(endedOn), endedAt: now, reason, transferredTo },
      ...(leftDraft === null ? {} : { leftDraft }),
      ...{ signedById: actor.userId, signedName, meaning, sha256 },
    },
  });
  await tx.episodeSummary.createMany({ data: { ...ids, content: summary, advice } });
  await tx.episode.updateMany({
    where: { clinicId, id: episodeId, endedAt: null },
    data: { endedAt: now, endedAs: kind, version: { increment: 1 } },
  });
  if (kind === "deceased") await closeSignIn(tx, actor, patientId, now);
  await recordAct(tx, actor, "episode.end", { kind: "episode", id: episodeId, patientId });
}

/** Nothing of the episode is written beside its end: whoever holds a key of it, or of the patient, is waited for, and waits. */
async function lockWhole(tx: Tx, clinicId: string, { id, patientId }: OwnEpisode): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM patient WHERE clinic_id = ${clinicId}::uuid AND id = ${patientId}::uuid FOR UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM episode WHERE clinic_id = ${clinicId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM program WHERE clinic_id = ${clinicId}::uuid AND episode_id = ${id}::uuid FOR UPDATE`;
}

function requireDay(endedOn: Day, procedureOn: Day, today: Day): void {
  if (endedOn > today) throw new Invalid({ endedOn: "inTheFuture" });
  if (endedOn < procedureOn && endedOn < today) throw new Invalid({ endedOn: "beforeProcedure" });
}

async function dropDraft(tx: Tx, clinicId: string, programId: string): Promise<LeftDraft | null> {
  const where = { clinicId, programId };
  const draft = await tx.programDraft.findFirst({ where, select: { startPhase: true, lines: true } });
  if (!draft) return null;
  await tx.programDraft.deleteMany({ where });
  return leftDraftRow.parse(draft);
}

async function endProgram(
  tx: Tx,
  actor: Actor,
  program: StandingProgram,
  after: "completed" | "stopped" | null,
  reason: string,
  now: Date,
): Promise<void> {
  if (after === null) return;
  const { state } = program;
  if (after === "completed" && state === "active") {
    await completeWithin(tx, actor, { ...program, state }, reason, now);
    return;
  }
  await tx.program.updateMany({
    where: { clinicId: actor.clinicId, id: program.id },
    data: { state: "stopped", version: { increment: 1 } },
  });
  await recordAct(tx, actor, "program.stop", { kind: "program", id: program.id, patientId: program.patientId });
}

async function resolveAlerts(tx: Tx, actor: Actor, patientId: string, resolution: string, now: Date): Promise<void> {
  const resolved = await tx.alert.updateManyAndReturn({
    where: { clinicId: actor.clinicId, patientId, state: { not: "resolved" } },
    data: {
      ...{ state: "resolved", resolution, resolvedById: actor.userId, resolvedAt: now, version: { increment: 1 } },
    },
    select: { id: true },
  });
  await recordActs(
    tx,
    actor,
    "alert.resolve",
    resolved.map(({ id }) => ({ kind: "alert", id, patientId })),
  );
}

/** Nobody signs in as somebody who has died; sessions that run end with the account. */
async function closeSignIn(tx: Tx, actor: Actor, patientId: string, now: Date): Promise<void> {
  const { clinicId } = actor;
  const patient = await tx.patient.findFirst({ where: { clinicId, id: patientId }, select: { userId: true } });
  if (patient?.userId == null) return;
  const { userId } = patient;
  await tx.user.updateMany({ where: { clinicId, id: userId, disabledAt: null }, data: { disabledAt: now } });
  await tx.signInSession.updateMany({
    where: { clinicId, userId, endedAt: null },
    data: { endedAt: now, endedBecause: "disabled" },
  });
  await recordAct(tx, actor, "sign-in.close", { kind: "user", id: userId, patientId });
}
