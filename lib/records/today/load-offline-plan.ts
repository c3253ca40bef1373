import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { marksOfDay } from "@/lib/check-in/day-marks";
import { isEasyActivity } from "@/lib/check-in/easy-activity";
import { neededFrom } from "@/lib/check-in/sessions";
import { procedureTypes } from "@/lib/clinical/facts";
import { triageRegions } from "@/lib/clinical/triage-content";
import { addDays, dayIn, type Day } from "@/lib/dates";
import type { Ask } from "@/lib/db/ask-in-clinic";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { clinicTriage } from "@/lib/records/check-ins/clinic-triage";
import { loadEarlier } from "@/lib/records/check-ins/load-earlier";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import type { OfflinePlan, PlannedLine } from "@/lib/schemas/offline-plan";
import { figures } from "@/prisma/content/bundled-figures";
import { courseOf } from "./course";
import { dayShownOf, readDayShown, type DayShown } from "./day-shown";
import { checkInsOf, phaseOf } from "./load-today";
import { grantsEndOf } from "./grants-end";
import type { OpenLine } from "./open-lines";
import { strictestHold } from "./strictest-hold";

/** A phone shows a plan for so many days after it was made. */
const plannedDays = 7;

/**
 * What the patient's phone keeps to go on without network: Today as it stands, and what asks and judges a check-in. Nothing in it that Today does
 * not show now.
 * @param now the clock, for tests; the database's gate has its own
 * @throws {NotFound} when no episode is open
 */
export async function loadOfflinePlan(actor: Actor, now: Date = new Date()): Promise<OfflinePlan> {
  requirePermission(actor, "own.read");
  const { clinic, clinicId } = actor;
  const day = dayIn(clinic.timeZone, now);
  const patientId = ownPatientId(actor);
  return inClinic(actor, async (tx) => {
    const ask: Ask = (statement) => tx.$queryRaw<unknown[]>(statement);
    const shown = await readDayShown(ask, await ask(dayShownOf(actor, day, { isShown: false })), day);
    const { own, situation } = shown;
    const { settings } = situation;
    const { person, episode, treatment } = await loadAbout(tx, actor, own.episodeId);
    const triaged = { id: own.episodeId, patientId, protocolId: episode.protocolId, pathwayStart: own.pathwayStart };
    const ends = await grantsEndOf(
      tx,
      clinicId,
      shown.lines.map(({ id }) => id),
    );
    const { earlierThan } = await loadEarlier(tx, actor, triaged, {}, settings.clinical, now);
    const content = clinicTriage(clinicId, settings);
    return {
      format: 1,
      person: { userId: actor.userId, name: actor.displayName },
      madeAt: now.toISOString(),
      clinic: {
        name: clinic.name,
        timeZone: clinic.timeZone,
        phone: clinic.phone,
        emergencyNumber: clinic.emergencyNumber,
        crisisPhone: settings.crisisPhone,
      },
      today: {
        day,
        ...courseOf(own, day),
        phase: phaseOf(own),
        hold: strictestHold(own.holds),
        ...checkInsOf(actor, own, day, settings),
      },
      lines: plannedLines(shown, ends, day),
      judging: {
        episode,
        content,
        settings: settings.clinical,
        earlier: neededFrom(earlierThan(day), day, content),
      },
      about: { person, treatment },
    };
  });
}

/** Each line with the last day in a row on which gate and review, if nobody changes anything, let it be shown. */
function plannedLines({ lines, stillOn }: DayShown, ends: ReadonlyMap<string, Day>, day: Day): PlannedLine[] {
  const shownThrough = new Map(lines.map(({ id }) => [id, day]));
  for (let ahead = 1; ahead <= plannedDays; ahead += 1) {
    const later = addDays(day, ahead);
    for (const { id } of stillOn(later)) {
      const isGranted = later <= (ends.get(id) ?? later);
      if (isGranted && shownThrough.get(id) === addDays(later, -1)) shownThrough.set(id, later);
    }
  }
  return lines.map((line) => ({
    id: line.id,
    texts: line.texts,
    figure: recordOf(line),
    dosage: line.dosage,
    noteToPatient: line.noteToPatient,
    isEasy: isEasyActivity(line.exercise),
    marks: [...marksOfDay(line.marks, line.dosage.perDay)],
    shownThrough: shownThrough.get(line.id) ?? day,
  }));
}

function recordOf({ figure }: OpenLine): PlannedLine["figure"] {
  const record = figure && ("record" in figure ? figure.record : figures[figure.code]);
  return record ? { record } : null;
}

const aboutRow = z.strictObject({
  person: z.strictObject({ name: z.string(), bornOn: z.iso.date() }),
  episode: z.strictObject({
    protocolId: z.string(),
    procedureType: z.enum(procedureTypes),
    region: z.enum(triageRegions),
    technique: z.string(),
    procedureDate: z.iso.date(),
  }),
  levels: z.array(z.string()),
  surgeon: z.string(),
});

/** Who it is and what was done: what triage weighs, and what hospital staff must know. */
async function loadAbout(tx: Tx, actor: Actor, episodeId: string) {
  const [row] = await tx.$queryRaw<{ about: unknown }[]>`
    SELECT jsonb_build_object(
      'person', jsonb_build_object('name', p.given_name || ' ' || p.family_name, 'bornOn', p.birth_date),
      'episode', jsonb_build_object('protocolId', e.protocol_id, 'procedureType', e.procedure_type, 'region', e.region, 'technique', e.technique,
        'procedureDate', e.procedure_date),
      'levels', to_jsonb(e.levels), 'surgeon', s.display_name
    ) AS about
    FROM episode e
    JOIN patient p ON p.clinic_id = e.clinic_id AND p.id = e.patient_id
    JOIN clinic_user s ON s.clinic_id = e.clinic_id AND s.id = e.surgeon_id
    WHERE e.clinic_id = ${actor.clinicId}::uuid AND e.id = ${episodeId}::uuid`;
  const { person, episode, levels, surgeon } = aboutRow.parse(row?.about);
  const { procedureType, technique, procedureDate } = episode;
  return { person, episode, treatment: { procedureType, levels, technique, on: procedureDate, surgeon } };
}
