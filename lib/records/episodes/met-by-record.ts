import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Text } from "@/lib/clinical/facts";
import { metLines, unsignableLines, type LineOfPhase, type MetLine } from "@/lib/clinical/met-lines";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { openAlertAgain } from "@/lib/records/alerts/open-alert";
import { therapistOf } from "@/lib/records/alerts/therapist-of";
import { readContent, withProtocols } from "@/lib/records/programs/clinical-content";
import { readSituation, situationOf, type EpisodeSituation } from "@/lib/records/programs/situation";
import { withClinicNumbers } from "@/lib/records/settings/current-settings";
import { dosageOfLine } from "@/lib/records/programs/dosage-columns";
import { dosageSchema } from "@/lib/schemas/dosage";
import { findingsSchema } from "@/lib/schemas/finding";

/** A signed line that the record has come to speak against, with the exercise's name. */
export type NamedMetLine = MetLine & { name: Text };

const runningProgram = z
  .strictObject({
    phase: z.number(),
    facts: z.unknown(),
    exercises: z.unknown(),
    lines: z.array(
      z.strictObject({
        exercise: z.string(),
        phase: z.number(),
        dosage: dosageSchema,
        findings: findingsSchema,
      }),
    ),
  })
  .nullable();

/** The signed lines from the current phase on of the episode `e` of the surrounding query, for `readMet`; null where no program runs. */
export const runningProgramOf = Prisma.sql`(
  SELECT jsonb_build_object('phase', p.current_phase, 'facts', v.facts,
    'exercises', (
      SELECT coalesce(jsonb_agg(x.facts), '[]') FROM exercise x WHERE x.clinic_id = r.clinic_id AND x.id IN (
        SELECT l.exercise_id FROM prescribed_exercise l
        WHERE l.clinic_id = r.clinic_id AND l.revision_id = r.id AND l.phase >= p.current_phase)),
    'lines', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('exercise', l.exercise_code, 'phase', l.phase, 'findings', l.findings,
        'dosage', ${dosageOfLine}) ORDER BY l.phase, l.position), '[]')
      FROM prescribed_exercise l WHERE l.clinic_id = r.clinic_id AND l.revision_id = r.id AND l.phase >= p.current_phase))
  FROM program p
  JOIN program_revision r ON r.clinic_id = p.clinic_id AND r.program_id = p.id AND r.number = p.current_revision
  JOIN template_version v ON v.clinic_id = p.clinic_id AND v.id = p.template_version_id
  WHERE p.clinic_id = e.clinic_id AND p.episode_id = e.id AND p.state IN ('active', 'held'))`;

/**
 * Which lines of the running program the restrictions, the recorded conditions and second protocols speak against.
 * @param selected what `runningProgramOf` selected
 * @throws when stored clinical data is not what the rules know
 */
export function readMet(selected: unknown, situation: EpisodeSituation): NamedMetLine[] {
  const running = readRunning(selected, situation);
  if (running === null) return [];
  const { input, content } = running;
  return metLines(input, content, situation.settings.clinical).map((line) => ({
    ...line,
    name: content.exercises[line.exercise]?.name ?? { en: line.exercise, es: line.exercise },
  }));
}

/** The signed lines from the current phase on as the rules take them; null where no program runs. */
function readRunning(selected: unknown, situation: EpisodeSituation) {
  const program = runningProgram.parse(selected);
  if (program === null) return null;
  const { currentPhase: _, otherProtocols, settings, ...known } = situation;
  const content = withClinicNumbers(settings, withProtocols(readContent(program), otherProtocols));
  const { phase, lines } = program;
  const previous = lines.filter((line) => line.phase === phase);
  return { input: { ...known, phase, previous, lines }, content };
}

/** What speaks against the signed lines at one moment, judged by one version of the clinic's settings. */
export type MetAtOnce = {
  lines: NamedMetLine[];
  settingsVersion: number;
  /** Those that could not be signed now. */
  unsignable: () => LineOfPhase[];
};

/**
 * As `readMet`, of an episode that the caller has found in the actor's scope.
 * @throws {NotFound} where it is not there for this clinic
 */
export async function loadMet(tx: Tx, clinicId: string, episodeId: string, today: Day): Promise<MetAtOnce> {
  const [row] = await tx.$queryRaw<{ situation: unknown; running: unknown }[]>`
    SELECT ${situationOf(today)} AS situation, ${runningProgramOf} AS running
    FROM episode e WHERE e.clinic_id = ${clinicId}::uuid AND e.id = ${episodeId}::uuid`;
  if (!row) throw new NotFound("episode");
  const situation = readSituation(row.situation, today);
  return {
    lines: readMet(row.running, situation),
    settingsVersion: situation.settings.version,
    unsignable: () => {
      const running = readRunning(row.running, situation);
      return running === null ? [] : unsignableLines(running.input, running.content, situation.settings.clinical);
    },
  };
}

/** What a verb answers: the lines that what it recorded has newly met. */
export type NewlyMet = { met: { exercise: string; name: Text; isClosed: boolean }[] };

/**
 * The lines that are met now and were not before; where there are any, the patient's therapist is told by an alert of this cause.
 * @param before what `loadMet` found before the write
 */
export async function tellOfNewlyMet(
  tx: Tx,
  actor: Actor,
  episode: { id: string; patientId: string },
  before: MetAtOnce,
  told: { cause: "protocol-added" | "condition-recorded"; today: Day; now: Date },
): Promise<NewlyMet> {
  const { cause, today, now } = told;
  const after = await loadMet(tx, actor.clinicId, episode.id, today);
  const met = newlyMet(before, after);
  if (met.length > 0) await tellTherapist(tx, actor, episode.patientId, cause, after.settingsVersion, now);
  return { met: met.map(({ exercise, name, isClosed }) => ({ exercise, name, isClosed })) };
}

/** What is met after a write and was not before. */
export function newlyMet(before: MetAtOnce, after: MetAtOnce): NamedMetLine[] {
  const known = new Set(before.lines.map(nameOf));
  return after.lines.filter((line) => !known.has(nameOf(line)));
}

/** An alert without a due time for the patient's therapist; one of the same cause that still waits is open again. */
export async function tellTherapist(
  tx: Tx,
  { clinicId }: Actor,
  patientId: string,
  cause: "protocol-added" | "condition-recorded" | "restriction-ordered",
  settingsVersion: number,
  now: Date,
): Promise<void> {
  const ownerId = await therapistOf(tx, clinicId, patientId);
  const alert = { clinicId, patientId, cause, level: null, checkInId: null, ownerId, dueAt: null };
  await openAlertAgain(tx, { ...alert, settingsVersion, occasion: null }, now);
}

function nameOf({ exercise, phase, isClosed }: NamedMetLine): string {
  return `${exercise} ${phase} ${isClosed}`;
}
