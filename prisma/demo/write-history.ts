import { dateOf } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import type { AuditTrail } from "./audit-trail";
import type { Person } from "./person";
import type { TemplateLines } from "./template-lines";
import { templateOf } from "./write-programs";

/** What clinicians decided and observed beside the program: the timeline, a second protocol, conditions, evidence for a phase. */
export async function writeHistory(
  tx: Tx,
  person: Person,
  templates: ReadonlyMap<string, TemplateLines>,
  audit: AuditTrail,
): Promise<void> {
  await writeTimeline(tx, person, audit);
  const { story, clinicId, patientId, episodeId, therapist, clock } = person;
  const { also, conditions, conditionsOn } = story;
  const episode = { kind: "episode", id: episodeId, patientId };
  await actAs(tx, therapist.userId);
  if (also) {
    const { templateVersionId } = templateOf(also.protocol, templates);
    const { protocol: protocolId, phase, reason } = also;
    const addedAt = clock.at(also.addedOn, "09:20");
    await tx.alsoProtocol.createMany({
      data: {
        ...{ clinicId, episodeId, patientId, templateVersionId, protocolId, phase, reason },
        ...{ anchorOn: dateOf(clock.dayOf(also.anchorDay)), addedById: therapist.userId, addedAt },
      },
    });
    audit.add(therapist, "episode.protocols", episode, addedAt);
  }
  if (conditions && conditionsOn !== undefined) {
    const changedAt = clock.at(conditionsOn, "09:30");
    await tx.conditionChange.createMany({
      data: {
        ...{ clinicId, episodeId, patientId, conditions: [...conditions], changedById: therapist.userId, changedAt },
      },
    });
    audit.add(therapist, "episode.conditions", episode, changedAt);
  }
  await writeEvidence(tx, person, audit);
  writeLooks(person, audit);
}

/** Who opened the record before a revision was signed or something was seen: the therapist that morning, the surgeon on the day after. */
function writeLooks({ story, patientId, therapist, surgeon, clock }: Person, audit: AuditTrail): void {
  const record = { kind: "patient", id: patientId, patientId };
  const days = new Set([...story.revisions, ...(story.evidence ?? [])].map(({ day }) => day));
  for (const day of days) {
    audit.add(therapist, "patient.read", record, clock.at(day, "08:20"));
    audit.add(therapist, "check-in.read", record, clock.at(day, "08:24"));
    if (day < story.day) audit.add(surgeon, "patient.read", record, clock.at(day + 1, "07:35"));
  }
}

/** What was seen of the criteria, in the name of whoever may say so: how bone heals is a surgeon's. */
async function writeEvidence(tx: Tx, person: Person, audit: AuditTrail): Promise<void> {
  const { story, clinicId, patientId, programId, therapist, surgeon, clock } = person;
  for (const by of [therapist, surgeon]) {
    const seen = (story.evidence ?? []).filter(
      ({ criterion }) => (criterion === "fusionEvidence") === (by === surgeon),
    );
    if (seen.length === 0) continue;
    await actAs(tx, by.userId);
    await tx.criterionEvidence.createMany({
      data: seen.map(({ day, phase, criterion, value, norm = null, note = null }) => ({
        ...{ clinicId, programId, patientId, phase, criterion, value, norm, note, recordedById: by.userId },
        ...{ observedOn: dateOf(clock.dayOf(day)), recordedAt: clock.at(day, "10:30") },
      })),
    });
    for (const { day } of seen) {
      audit.add(by, "evidence.record", { kind: "program", id: programId, patientId }, clock.at(day, "10:30"));
    }
  }
}

/** The surgeon's decision on a later timeline, in the surgeon's own name. */
async function writeTimeline(tx: Tx, person: Person, audit: AuditTrail): Promise<void> {
  const { story, clinicId, patientId, episodeId, surgeon, clock } = person;
  if (!story.timeline) return;
  const { day, shiftDays, reason } = story.timeline;
  const factors = [...story.timeline.factors];
  const changedAt = clock.at(day, "15:40");
  await actAs(tx, surgeon.userId);
  await tx.timelineChange.createMany({
    data: { clinicId, episodeId, patientId, factors, shiftDays, reason, changedById: surgeon.userId, changedAt },
  });
  await tx.episode.updateMany({
    where: { clinicId, id: episodeId },
    data: { shiftDays, factors, version: { increment: 1 } },
  });
  audit.add(surgeon, "episode.timeline", { kind: "episode", id: episodeId, patientId }, changedAt);
}

/** The database asks who acts. */
async function actAs(tx: Tx, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT set_config('app.actor_id', ${userId}, true)`;
}
