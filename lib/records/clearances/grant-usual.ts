import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { confirmIdentity } from "@/lib/access/sign-in";
import { dayIn } from "@/lib/dates";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { Invalid, NotFound } from "@/lib/errors";
import type { GrantUsualInput } from "@/lib/schemas/clearance";
import { lockedClearances } from "./decidable-clearance";
import { decideTogether } from "./decide-together";
import { gatherEvidences, shownDigest } from "./gather-evidence";
import { askedOrNot } from "./load-usual";
import { openEpisodeOf, orAskedMeanwhile, requestClearances } from "./request-clearance";

/**
 * Grants what is usual at a time with one signature: what waits already is decided, what nobody has asked for is asked for and decided in the
 * same transaction, each with its own immutable decision.
 * @throws {Conflict} when the evidence of all lines has changed
 * @throws {Invalid} on `password`, or naming each line that changed meanwhile or lacks something, as `lines.2.fromDay`
 * @throws {NotFound} of a patient who is not theirs, and of a subject that somebody else decides
 * @throws {Refused} without an open episode
 */
export async function grantUsual(
  actor: Actor,
  { patientId, lines, password }: GrantUsualInput,
  now: Date = new Date(),
): Promise<{ decisionIds: string[] }> {
  requirePermission(actor, "clearance.decide");
  await confirmIdentity(actor, password);
  return orAskedMeanwhile(() =>
    inClinic(actor, async (tx) => {
      const episodeId = await openEpisodeOf(tx, actor, patientId);
      await tx.$queryRaw`SELECT 1 FROM patient WHERE clinic_id = ${actor.clinicId}::uuid AND id = ${patientId}::uuid FOR NO KEY UPDATE`;
      const subjectIds = lines.map(({ subjectId }) => subjectId);
      await checkSubjects(tx, actor, episodeId, subjectIds);
      const today = dayIn(actor.clinic.timeZone, now);
      // Before anything is asked for: a request is part of what the readiness says.
      const shown = await gatherEvidences(tx, askedOrNot(actor, episodeId, subjectIds), today);
      await requestClearances(tx, actor, { episodeId, patientId, subjectIds, question: null }, now);
      const open = await tx.clearance.findMany({
        where: { clinicId: actor.clinicId, episodeId, subjectId: { in: subjectIds }, state: "requested" },
        select: { id: true, subjectId: true },
      });
      const clearances = await lockedClearances(
        tx,
        actor,
        open.map(({ id }) => id),
      );
      const asked = { by: actor.printedName, at: now.toISOString(), question: null };
      const toSign = lines.map(({ subjectId, evidenceSha256, ...decision }) => {
        const id = open.find((one) => one.subjectId === subjectId)?.id ?? "";
        const ofNew = shown.get(subjectId);
        const evidence = (ofNew ? { ...ofNew, asked } : shown.get(id)) ?? null;
        const isAsShown = evidence !== null && shownDigest(evidence) === evidenceSha256;
        return { decision, clearance: clearances.get(id) ?? null, evidence, isAsShown };
      });
      return { decisionIds: await decideTogether(tx, actor, toSign, today, now) };
    }),
  );
}

const subjectRow = z.strictObject({ id: z.string(), decider: z.string(), isReturned: z.boolean() });

/** Every subject is of the content, stands once, waits for no answer, and is the actor's to decide. */
async function checkSubjects(tx: Tx, actor: Actor, episodeId: string, subjectIds: readonly string[]): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT s.id, clearance_decider(s.clinic_id, s.id, ${episodeId}::uuid) AS decider, EXISTS (
      SELECT FROM clearance c WHERE c.clinic_id = s.clinic_id AND c.episode_id = ${episodeId}::uuid AND c.subject_id = s.id
        AND c.state = 'returned') AS "isReturned"
    FROM clearance_subject s
    WHERE s.clinic_id = ${actor.clinicId}::uuid AND s.id = ANY (${subjectIds})`;
  const known = new Map(rows.map((row) => subjectRow.parse(row)).map((subject) => [subject.id, subject]));
  const problems: Record<string, string> = {};
  for (const [index, id] of subjectIds.entries()) {
    const subject = known.get(id);
    if (!subject) problems[`lines.${index}.subjectId`] = "chooseOne";
    else if (subject.isReturned) problems[`lines.${index}.outcome`] = "changedMeanwhile";
    else if (subjectIds.indexOf(id) !== index) problems[`lines.${index}.outcome`] = "onlyOnce";
  }
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  if (subjectIds.some((id) => known.get(id)?.decider !== actor.role)) throw new NotFound("clearance");
}
