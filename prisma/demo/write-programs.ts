import type { ClinicalContent } from "@/lib/clinical/facts";
import type { OtherProtocol } from "@/lib/clinical/prescription";
import type { SigningInput } from "@/lib/clinical/signing";
import { dateOf } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { inForce } from "@/lib/records/programs/restrictions-in-force";
import { dosageOfContent } from "@/lib/records/programs/revision-content";
import { dosageSchema } from "@/lib/schemas/dosage";
import type { DraftLine } from "@/lib/schemas/program";
import { clearanceKeys, type ClearanceKey } from "@/lib/clinical/facts";
import { z } from "zod";
import type { AuditTrail } from "./audit-trail";
import { phaseOn, subjectOf, type Person, type SignedRevision } from "./person";
import type { ChangeStory } from "./story";
import type { TemplateLines } from "./template-lines";
import { signRevision, type SignedRows } from "./write-revision";

/** The program of a story with all its signed revisions and phase changes; of an untold one the draft. */
export async function writeProgram(
  tx: Tx,
  person: Person,
  templates: ReadonlyMap<string, TemplateLines>,
  content: ClinicalContent,
  rows: SignedRows,
  audit: AuditTrail,
): Promise<SignedRevision[]> {
  const { story, clinicId, patientId, programId, episodeId, therapist, clock } = person;
  const template = templateOf(story.protocol, templates);
  const { templateVersionId } = template;
  const ids = { clinicId, programId, patientId };
  const createdAt = clock.at(0, "08:15");
  await tx.program.createMany({
    data: { clinicId, id: programId, patientId, episodeId, templateVersionId, createdAt },
  });
  audit.add(therapist, "program.draft", { kind: "program", id: programId, patientId }, createdAt);
  if (story.revisions.length === 0) {
    const lines = [...template.starting];
    await tx.programDraft.createMany({ data: { ...ids, startPhase: 1, lines, changedById: therapist.userId } });
    return [];
  }
  const signed: SignedRevision[] = [];
  let lines: DraftLine[] = [...template.starting];
  for (const [index, { day, changes = [] }] of story.revisions.entries()) {
    lines = changes.reduce((changed, change) => withChange(changed, change, template, story.key), lines);
    const at = clock.at(day, "10:40");
    const situation = situationOn(person, day, signed.at(-1), content);
    const toSign = { ...ids, episodeId, templateVersionId, number: index + 1, lines, situation };
    const revision = await signRevision(tx, therapist, toSign, content, at, rows);
    signed.push({ day, lines: revision.lines });
    audit.add(therapist, "program.sign", { kind: "program", id: programId, patientId }, at);
  }
  const [first] = story.phases;
  await tx.program.updateMany({
    where: { clinicId, id: programId },
    data: {
      state: "active",
      currentRevision: signed.length,
      currentPhase: phaseOn(person, clock.today) ?? first?.n ?? 1,
      version: signed.length + story.phases.length,
    },
  });
  await tx.phaseChange.createMany({
    data: story.phases.map(({ n, day }, index) => ({
      ...ids,
      fromPhase: story.phases[index - 1]?.n ?? null,
      toPhase: n,
      reason: index === 0 ? "program-start" : "Criteria met and cleared.",
      changedById: therapist.userId,
      changedAt: clock.at(day, "10:45"),
      onDay: dateOf(clock.dayOf(day)),
    })),
  });
  for (const { day } of story.phases.slice(1)) {
    audit.add(therapist, "phase.advance", { kind: "program", id: programId, patientId }, clock.at(day, "10:45"));
  }
  return signed;
}

/** @throws when the clinic has no published template of the protocol */
export function templateOf(protocol: string, templates: ReadonlyMap<string, TemplateLines>): TemplateLines {
  const template = templates.get(protocol);
  if (!template) throw new Error(`the clinic has no template of ${protocol}`);
  return template;
}

/** The same lines with one dosage changed, or with one more line from the template. */
function withChange(
  lines: readonly DraftLine[],
  change: ChangeStory,
  template: TemplateLines,
  of: string,
): DraftLine[] {
  const isMeant = (line: DraftLine) => line.phase === change.phase && line.exercise === change.exercise;
  const changed = (line: DraftLine): DraftLine => ({
    ...line,
    dosage: dosageSchema.parse({ ...line.dosage, ...change.dosage }),
    noteToPatient: change.note ?? line.noteToPatient,
    overrideReason: change.reason ?? line.overrideReason,
  });
  if (lines.some(isMeant)) return lines.map((line) => (isMeant(line) ? changed(line) : line));
  const added = template.alternatives.find(isMeant);
  if (!added) throw new Error(`${of}: phase ${change.phase} has no ${change.exercise}`);
  return [...lines, changed(added)];
}

/** What the rules weigh on a day of the story, before anything that comes later. */
function situationOn(
  person: Person,
  day: number,
  before: SignedRevision | undefined,
  content: ClinicalContent,
): Omit<SigningInput, "lines"> {
  const { story, clock } = person;
  const [anchor, today, phase] = [clock.dayOf(0), clock.dayOf(day), phaseOn(person, day) ?? 1];
  const clearances = story.clearances.flatMap((clearance) => {
    const { decision } = clearance;
    if (!decision || decision.day > day) return [];
    const limits = { maxMinutes: decision.maxMinutes ?? null, maxKg: decision.maxKg ?? null };
    return subjectOf(person, clearance).opensKeys.map((key) => ({
      ...{
        key,
        isOfTheKey: clearance.subject === key,
        status: decision.outcome,
        from: clock.dayOf(decision.day),
        limits,
      },
    }));
  });
  const stored = (story.restrictions ?? []).map(({ kind, limitKg, limitMinutes, ...until }) => ({
    ...{ kind, region: null, kg: limitKg ?? null, minutes: limitMinutes ?? null },
    untilDate: until.untilDay === undefined ? null : clock.dayOf(until.untilDay),
    untilPhase: until.untilPhase ?? null,
    untilClearance: until.untilClearance === undefined ? null : keyOf(until.untilClearance),
  }));
  const phaseStarts = content.protocols[story.protocol]?.phases ?? [];
  const { timeline } = story;
  const shiftDays = timeline && timeline.day <= day ? timeline.shiftDays : 0;
  const isKnown = day >= (story.conditionsOn ?? 0);
  return {
    ...{ protocol: story.protocol, anchor, today, phase, clearances, hold: false, weekWithoutTriageAboveNormal: true },
    restrictions: inForce(stored, { anchor, today, shiftDays, currentPhase: phase, clearances, phaseStarts }),
    ...{ shiftDays, conditions: isKnown ? (story.conditions ?? []) : [] },
    alsoProtocols: otherProtocols(person, day),
    previous: (before?.lines ?? [])
      .filter((line) => line.phase === phase)
      .map((line) => ({ exercise: line.exerciseCode, dosage: dosageOfContent(line) })),
  };
}

function otherProtocols({ story: { also }, clock }: Person, day: number): OtherProtocol[] {
  if (!also || also.addedOn > day) return [];
  const { protocol, anchorDay, phase } = also;
  return [{ protocol, phase, anchor: clock.dayOf(anchorDay) }];
}

function keyOf(key: string): ClearanceKey {
  return z.enum(clearanceKeys).parse(key);
}
