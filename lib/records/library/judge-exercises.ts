import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { ExerciseFacts } from "@/lib/clinical/facts";
import { signing, type SignedLine } from "@/lib/clinical/signing";
import type { Line } from "@/lib/clinical/prescription";
import { dayIn } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { Invalid, NotFound } from "@/lib/errors";
import { loadClinicalContent } from "@/lib/records/programs/clinical-content";
import { loadPrevious } from "@/lib/records/programs/previous";
import { readSituation, situationOf } from "@/lib/records/programs/situation";
import { withClinicNumbers } from "@/lib/records/settings/current-settings";
import { dosageSchema } from "@/lib/schemas/dosage";
import { draftLinesSchema } from "@/lib/schemas/program";
import type { FoundExercise } from "./find-exercises";

const caseRow = z.strictObject({
  patientId: z.string(),
  templateVersionId: z.string(),
  currentRevision: z.number().nullable(),
  currentPhase: z.number().nullable(),
  startPhase: z.number(),
  hasPhase: z.boolean(),
  lines: draftLinesSchema,
  /** What the template gives in the phase asked about, by exercise. */
  dosages: z.record(z.string(), dosageSchema),
});

export type JudgedExercise = Pick<SignedLine, "verdict" | "heldBack" | "findings">;
/** The facts are those in play: with the clinic's own days, for the protocols that the patient follows. */
export type ExerciseForPatient = FoundExercise & JudgedExercise;

/**
 * Judges each exercise as one more line of a phase, by the same rules as the signature, with the dosage that it would be given: one's own, the
 * template's, or its default. Four queries, whatever the number of exercises.
 * @returns them in their order, and whose record was read
 * @throws {NotFound} where the program's patient is not the actor's
 * @throws {Invalid} on a phase that the protocol lacks
 */
export async function judgeExercises(
  tx: Tx,
  actor: Actor,
  { programId, phase }: { programId: string; phase: number },
  found: readonly FoundExercise[],
): Promise<{ patientId: string; exercises: ExerciseForPatient[] }> {
  const today = dayIn(actor.clinic.timeZone, new Date());
  const [row] = await tx.$queryRaw<{ program: unknown; situation: unknown }[]>`
    SELECT jsonb_build_object(
      'patientId', p.patient_id, 'templateVersionId', coalesce(d.template_version_id, p.template_version_id), 'currentRevision', p.current_revision,
      'currentPhase', p.current_phase, 'startPhase', coalesce(d.start_phase, 1), 'lines', coalesce(d.lines, '[]'),
      'hasPhase', EXISTS (
        SELECT FROM template_phase tp
        WHERE tp.clinic_id = p.clinic_id AND tp.version_id = coalesce(d.template_version_id, p.template_version_id) AND tp.n = ${phase}),
      'dosages', (
        SELECT coalesce(jsonb_object_agg(x.code, te.dosage), '{}') FROM template_phase tp
        JOIN template_exercise te ON te.clinic_id = tp.clinic_id AND te.phase_id = tp.id
        JOIN exercise x ON x.clinic_id = te.clinic_id AND x.id = te.exercise_id
        WHERE tp.clinic_id = p.clinic_id AND tp.version_id = coalesce(d.template_version_id, p.template_version_id) AND tp.n = ${phase})
    ) AS program, ${situationOf(today)} AS situation
    FROM program p
    JOIN care_team_member m ON m.clinic_id = p.clinic_id AND m.patient_id = p.patient_id AND m.left_at IS NULL
      AND m.user_id = ${actor.userId}::uuid
    JOIN episode e ON e.clinic_id = p.clinic_id AND e.id = p.episode_id
    LEFT JOIN program_draft d ON d.clinic_id = p.clinic_id AND d.program_id = p.id
    WHERE p.clinic_id = ${actor.clinicId}::uuid AND p.id = ${programId}::uuid`;
  if (!row) throw new NotFound("program");
  const { patientId, lines, dosages, hasPhase, ...program } = caseRow.parse(row.program);
  if (!hasPhase) throw new Invalid({ "for.phase": "noSuchPhase" });
  const { otherProtocols, settings, currentPhase, ...situation } = readSituation(row.situation, today);
  const previous = await loadPrevious(tx, actor.clinicId, { programId, ...program });
  const known = await loadClinicalContent(
    tx,
    actor.clinicId,
    program.templateVersionId,
    [...lines, ...previous].map(({ exercise }) => exercise),
    otherProtocols,
  );
  const asked = Object.fromEntries(found.map(({ code, facts }) => [code, facts]));
  const content = withClinicNumbers(settings, { ...known, exercises: { ...known.exercises, ...asked } });
  // Rules look across the lines of one exercise and to the phase before: other candidates of the same phase change nothing.
  const candidates = found.map(({ code, myDosage, facts }): Line & { phase: number } => ({
    ...{ phase, exercise: code, dosage: myDosage ?? dosages[code] ?? facts.defaultDosage },
  }));
  const answer = signing(
    { ...situation, phase: currentPhase ?? program.startPhase, previous, lines: [...lines, ...candidates] },
    content,
    settings.clinical,
  );
  return {
    patientId,
    exercises: found.flatMap((exercise, index) => {
      const judged = answer.lines[lines.length + index];
      const facts = content.exercises[exercise.code];
      if (!judged || !facts) return [];
      const { verdict, heldBack, findings } = judged;
      return [{ ...exercise, facts: inPlay(facts, content.protocols), verdict, heldBack, findings }];
    }),
  };
}

function inPlay(facts: ExerciseFacts, protocols: Readonly<Record<string, unknown>>): ExerciseFacts {
  const earliest = Object.entries(facts.earliest).filter(([protocol]) => Object.hasOwn(protocols, protocol));
  return { ...facts, earliest: Object.fromEntries(earliest) };
}
