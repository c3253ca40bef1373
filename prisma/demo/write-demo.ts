import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { clearanceKeys, type ClinicalContent } from "@/lib/clinical/facts";
import type { TriageContent } from "@/lib/clinical/triage-content";
import { dayIn } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { insertRows } from "@/lib/records/clinics/insert-rows";
import { decompressionStories } from "./after-decompression";
import { dischargedStories } from "./discharged";
import { earlyFusionStories } from "./after-fusion";
import { injectionStories } from "./after-injection";
import { instrumentationStories } from "./after-instrumentation";
import { auditTrail } from "./audit-trail";
import { clockOf } from "./clock";
import { holdPeriods } from "./hold-periods";
import { lateFusionStories } from "./late-after-fusion";
import { persistentPainStories } from "./persistent-pain";
import type { Person, Subject } from "./person";
import { readyStories } from "./ready-to-advance";
import { staff, staffKeys } from "./staff";
import type { Story } from "./story";
import { templateLines, type TemplateLines } from "./template-lines";
import { toldDays } from "./told-days";
import { writeAlerts } from "./write-alerts";
import { writeChanges } from "./write-changes";
import { writeClearances } from "./write-clearances";
import { writeHistory } from "./write-history";
import { writeOwnHold } from "./write-own-hold";
import { writeAccounts, writePatients } from "./write-people";
import { writeProgram } from "./write-programs";
import { ownProtocol, writeOwnTemplate } from "./write-own-template";
import { writeRestrictions } from "./write-restrictions";
import { writeSignedRows, type SignedRows } from "./write-revision";
import { writeQuestions } from "./write-questions";
import { addReports, noReports, writeReports } from "./write-reports";

export type DemoClinic = { id: string } & Actor["clinic"];

const stories: readonly Story[] = [
  ...[...earlyFusionStories, ...readyStories, ...lateFusionStories, ...injectionStories],
  ...dischargedStories,
  ...[...decompressionStories, ...instrumentationStories, ...persistentPainStories],
];

/**
 * Everybody of the demo clinic with everything that happened to them up to now, inside one transaction of the application's role; what the daily
 * review finds comes after it.
 */
export async function writeDemo(
  tx: Tx,
  clinic: DemoClinic,
  content: { clinical: ClinicalContent; triage: TriageContent },
  now: Date,
): Promise<{ people: Person[]; ownTemplateId: string }> {
  const actors = staffActors(clinic);
  const people = await peopleOf(tx, clinic, actors, content.clinical, now);
  const audit = auditTrail();
  await tx.$queryRaw`SELECT set_config('app.clinic_id', ${clinic.id}, true), set_config('app.actor_role', 'therapist', true)`;
  const accounts = staffKeys.map((key) => ({ key, actor: actorOf(actors, key) }));
  await writeAccounts(tx, clinic.id, accounts, people);
  await writePatients(
    tx,
    clinic.timeZone,
    people,
    new Map(accounts.map(({ key, actor }) => [key, actor.userId])),
    audit,
  );
  for (const person of people) await writeRestrictions(tx, person, audit);
  await tx.$queryRaw`SELECT set_config('app.actor_role', 'therapist', true)`;
  const templates = new Map<string, TemplateLines>();
  for (const protocol of new Set(stories.map((story) => story.protocol))) {
    templates.set(protocol, await templateLines(tx, clinic.id, protocol));
  }
  const begun = new Date(now.getTime() - 400 * 86_400_000);
  const own = await writeOwnTemplate(tx, actorOf(actors, "priya"), begun);
  templates.set(ownProtocol, await templateLines(tx, clinic.id, ownProtocol, own.versionId));
  const signed: SignedRows = { phases: [], lines: [] };
  const reports = noReports();
  const told = [];
  for (const person of people) {
    const revisions = await writeProgram(tx, person, templates, content.clinical, signed, audit);
    await writeHistory(tx, person, templates, audit);
    const days = toldDays(person, content.triage);
    const holds = holdPeriods(person, days);
    addReports(reports, person, days, holds, revisions, content.triage, audit);
    told.push({ person, holds });
  }
  await writeSignedRows(tx, signed);
  await writeReports(tx, reports);
  for (const person of people) await writeClearances(tx, person, audit);
  for (const person of people) await writeQuestions(tx, person, audit);
  await writeChanges(tx, people, audit);
  await writeAlerts(tx, told, audit);
  for (const person of people) await writeOwnHold(tx, person, audit);
  await insertRows((sql, json) => tx.$executeRawUnsafe(sql, json), "audit_event", audit.rows);
  return { people, ownTemplateId: own.templateId };
}

function staffActors({ id: clinicId, ...clinic }: DemoClinic): ReadonlyMap<string, Actor> {
  return new Map(
    staffKeys.map((key) => {
      const ids = { clinicId, userId: crypto.randomUUID(), sessionId: crypto.randomUUID() };
      return [key, { ...ids, ...staff[key], patientId: null, locale: "en", clinic, requestId: crypto.randomUUID() }];
    }),
  );
}

function actorOf(actors: ReadonlyMap<string, Actor>, key: string): Actor {
  const actor = actors.get(key);
  if (!actor) throw new Error(`nobody of the staff is called ${key}`);
  return actor;
}

async function peopleOf(
  tx: Tx,
  clinic: DemoClinic,
  actors: ReadonlyMap<string, Actor>,
  { protocols }: ClinicalContent,
  now: Date,
): Promise<Person[]> {
  await tx.$queryRaw`SELECT set_config('app.clinic_id', ${clinic.id}, true)`;
  const rows = await tx.clearanceSubject.findMany({ where: { clinicId: clinic.id } });
  const stored = rows.map((row) => ({ id: row.id, ...storedSubject.parse(row) }));
  const today = dayIn(clinic.timeZone, now);
  return stories.map((story) => ({
    story,
    clock: clockOf(clinic.timeZone, now, today, story.day),
    clinicId: clinic.id,
    patientId: crypto.randomUUID(),
    userId: crypto.randomUUID(),
    episodeId: crypto.randomUUID(),
    programId: crypto.randomUUID(),
    therapist: actorOf(actors, story.therapists[0] ?? ""),
    surgeon: actorOf(actors, story.surgeon),
    subjects: new Map(stored.map(({ id, ...subject }) => [id, subjectIn(subject, story)])),
    phaseNames: new Map(protocols[story.protocol]?.phases.map(({ n, name }) => [n, name])),
  }));
}

const storedSubject = z.object({
  kind: z.enum(["activity", "key"]),
  opensKeys: z.array(z.enum(clearanceKeys)),
  decidedBy: z.enum(["surgeon", "therapist"]),
  surgeonIn: z.array(z.string()),
  texts: z.object({ name: z.object({ en: z.string() }) }),
});

/** Who decides in the story's protocols, and what that opens: as the database has it (`clearance_decider`, `keys_opened_by`). */
function subjectIn(
  { kind, opensKeys, decidedBy, surgeonIn, texts }: z.output<typeof storedSubject>,
  { protocol, also }: Story,
): Subject {
  const isSurgeons =
    decidedBy === "surgeon" || [protocol, also?.protocol ?? protocol].some((one) => surgeonIn.includes(one));
  return {
    decidedBy: isSurgeons ? "surgeon" : "therapist",
    opensKeys: kind === "key" || isSurgeons ? opensKeys : [],
    name: texts.name.en,
  };
}
