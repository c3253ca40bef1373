import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { confirmIdentity } from "@/lib/access/sign-in";
import { phaseNotYet } from "@/lib/clinical/phase-not-yet";
import { signing, type SigningInput } from "@/lib/clinical/signing";
import { dateOf, dayIn, type Day } from "@/lib/dates";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { signingStops } from "@/lib/draft/signing-stops";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { orAskedMeanwhile, requestClearances } from "@/lib/records/clearances/request-clearance";
import { sign } from "@/lib/records/signature";
import { refuseSwitch } from "@/lib/records/templates/refuse-switch";
import type { SignRevisionInput } from "@/lib/schemas/revision";
import { withClinicNumbers } from "@/lib/records/settings/current-settings";
import { hasReviewedDefaults } from "@/lib/records/settings/reviews";
import { loadClinicalContent } from "./clinical-content";
import { loadOwnDraft, lockOwnDraft, type OwnDraft } from "./draft";
import { loadPrevious } from "./previous";
import { recordChanges } from "./record-changes";
import { refuseRetired } from "./retired-exercises";
import { lineRow, phaseRow, type RevisionContent } from "./revision-content";
import { signedLines } from "./signed-lines";
import { loadSituation } from "./situation";

/**
 * Signs a draft: the rules judge it once more, on what the record says now. The revision, its phases and its lines are written whole; the first
 * revision also begins the program, in the draft's starting phase; one that was drafted by a newer version of the template takes that version.
 * @returns the number of the new revision
 * @throws {Conflict} when the draft is no longer the one that was read
 * @throws {Refused} with the findings of every line that cannot be signed; `defaultsNotReviewed` before a surgeon and a therapist have signed
 *   that they reviewed the shipped numbers
 * @throws {Refused} as `refuseSwitch`
 * @throws {Invalid} on `password`, on a line whose override has no reason, or whose exercise is retired and was not signed before
 */
export async function signRevision(
  actor: Actor,
  input: SignRevisionInput,
  now: Date = new Date(),
): Promise<{ number: number }> {
  requirePermission(actor, "program.sign");
  await confirmIdentity(actor, input.password);
  return signDraft(actor, input, now);
}

/** As `signRevision`, by somebody who has just confirmed with their password who they are and may sign. */
export async function signDraft(
  actor: Actor,
  input: Omit<SignRevisionInput, "password">,
  now: Date,
): Promise<{ number: number }> {
  const today = dayIn(actor.clinic.timeZone, now);
  return orAskedMeanwhile(() =>
    inClinic(actor, async (tx) => {
      const draft = await lockOwnDraft(tx, actor, input.programId);
      if (!draft) throw await noDraft(tx, actor, input.programId);
      if (draft.state === "completed" || draft.state === "stopped") throw new Refused("notRunning");
      const isOther = input.follows !== undefined && input.follows !== draft.currentRevision;
      if (isOther || draft.version !== input.version) throw new Conflict("draft", draft);
      if (!(await hasReviewedDefaults(tx, actor.clinicId))) throw new Refused("defaultsNotReviewed");
      const content = await judge(tx, actor, draft, today);
      const number = content.number;
      const revisionId = await write(tx, actor, draft, content, now);
      await recordChanges(tx, { ...draft, clinicId: actor.clinicId, revisionId }, draft);
      await begin(tx, actor, draft, content, today);
      if (input.askFor.length > 0) {
        await requestClearances(tx, actor, {
          episodeId: draft.episodeId,
          patientId: draft.patientId,
          subjectIds: input.askFor,
          question: input.question,
        });
      }
      await recordAct(tx, actor, "program.sign", { kind: "program", id: draft.programId, patientId: draft.patientId });
      return { number };
    }),
  );
}

/** Somebody else may have signed the draft just now: then it is a conflict, otherwise there is no such program for them. */
async function noDraft(tx: Tx, actor: Actor, programId: string): Promise<Conflict | NotFound> {
  const { clinicId, userId } = actor;
  const program = await tx.program.findFirst({
    where: { clinicId, id: programId, patient: { careTeam: { some: { userId, leftAt: null } } } },
  });
  return program ? new Conflict("draft", null) : new NotFound("program");
}

/** What is to be signed, or a refusal with every reason. */
async function judge(tx: Tx, actor: Actor, draft: OwnDraft, today: Day): Promise<RevisionContent> {
  const { clinicId } = actor;
  if (draft.lines.length === 0) throw new Refused("noLines");
  await refuseRetired(tx, clinicId, draft);
  // Whoever records a condition, a second protocol or a timeline now does so before this is judged, or once it stands.
  await tx.$queryRaw`SELECT 1 FROM episode WHERE clinic_id = ${clinicId}::uuid AND id = ${draft.episodeId}::uuid FOR NO KEY UPDATE`;
  const situation = await loadSituation(tx, clinicId, draft.episodeId, today);
  if (!situation) throw new NotFound("episode");
  if (draft.isOtherVersion) await refuseSwitch(tx, clinicId, draft);
  const previous = await loadPrevious(tx, clinicId, draft);
  const codes = [...draft.lines, ...previous].map(({ exercise }) => exercise);
  const { currentPhase, otherProtocols, settings, ...known } = situation;
  const library = await loadClinicalContent(tx, clinicId, draft.templateVersionId, codes, otherProtocols);
  const content = withClinicNumbers(settings, library);
  const input: SigningInput = { ...known, phase: currentPhase ?? draft.startPhase, previous, lines: draft.lines };
  const answer = signing(input, content, settings.clinical);
  const { blocked, general, unexplained } = signingStops(draft.lines, answer);
  if (blocked.length > 0)
    throw new Refused(
      "blockedLines",
      blocked.flatMap(({ findings }) => findings),
    );
  if (draft.state === "draft") {
    const early = phaseNotYet({ ...input, phase: draft.startPhase }, content, settings.clinical);
    if (early.length > 0) throw new Refused("phaseNotReached", early);
  }
  if (general.length > 0) throw new Refused("blockedProgram", general);
  if (unexplained.length > 0) {
    const fields = unexplained.map(
      (line) => [`lines.${draft.lines.indexOf(line)}.overrideReason`, "reasonNeeded"] as const,
    );
    throw new Invalid(Object.fromEntries(fields));
  }
  return {
    patientId: draft.patientId,
    programId: draft.programId,
    number: (draft.currentRevision ?? 0) + 1,
    ...(settings.version === 0 ? {} : { settingsVersion: settings.version }),
    ...(await signedLines(tx, clinicId, draft, input, answer, content)),
  };
}

async function write(tx: Tx, actor: Actor, draft: OwnDraft, content: RevisionContent, now: Date): Promise<string> {
  const { clinicId } = actor;
  const { patientId, programId } = draft;
  const { printedName, signedAt, meaning, sha256 } = sign(actor, "prescribed", content, now);
  const revision = await tx.programRevision.create({
    data: {
      clinicId,
      programId,
      patientId,
      number: content.number,
      signedById: actor.userId,
      signedName: printedName,
      signedAt: new Date(signedAt),
      meaning,
      sha256,
      settingsVersion: content.settingsVersion ?? 0,
    },
  });
  const ids = { clinicId, revisionId: revision.id, patientId };
  await tx.programPhase.createMany({ data: content.phases.map((phase) => phaseRow(ids, phase)) });
  await tx.prescribedExercise.createMany({ data: content.lines.map((line) => lineRow(ids, line)) });
  return revision.id;
}

/** Makes the revision the current one and ends the draft; the first revision begins the program. */
async function begin(tx: Tx, actor: Actor, draft: OwnDraft, content: RevisionContent, today: Day): Promise<void> {
  const { clinicId } = actor;
  const { programId, patientId } = draft;
  const begins = draft.state === "draft";
  const { count } = await tx.program.updateMany({
    where: { clinicId, id: programId, version: draft.programVersion },
    data: {
      currentRevision: content.number,
      templateVersionId: draft.templateVersionId,
      version: { increment: 1 },
      ...(begins ? { state: "active", currentPhase: draft.startPhase } : {}),
    },
  });
  const ended = await tx.programDraft.deleteMany({ where: { clinicId, programId, version: draft.version } });
  if (count === 0 || ended.count === 0) throw new Conflict("draft", await loadOwnDraft(tx, actor, programId));
  if (!begins) return;
  await tx.phaseChange.create({
    data: {
      clinicId,
      programId,
      patientId,
      toPhase: draft.startPhase,
      reason: "program-start",
      changedById: actor.userId,
      onDay: dateOf(today),
      settingsVersion: content.settingsVersion ?? 0,
    },
  });
}
