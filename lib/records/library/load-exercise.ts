import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { Earliest, Text } from "@/lib/clinical/facts";
import { categories } from "@/lib/clinical/library-words";
import { Prisma } from "@/lib/db/generated/client";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { readSettings, settingsOfClinic, withClinicNumbers } from "@/lib/records/settings/current-settings";
import { dosageSchema } from "@/lib/schemas/dosage";
import { shownFigureSchema } from "@/lib/schemas/own-exercise/figure";
import { exerciseFactsSchema } from "@/lib/schemas/stored-facts";
import { textSchema } from "@/lib/schemas/text";
import { figureOfExercise } from "./figure-of";

/** The words of an exercise as a clinic's library stores them; unknown keys belong to other readers. */
const storedTexts = z.object({
  name: textSchema,
  synonyms: z.object({ en: z.array(z.string()), es: z.array(z.string()) }).default({ en: [], es: [] }),
  category: z.enum(categories),
  bodyRegion: textSchema,
  equipment: z.array(textSchema),
  dosageBasis: textSchema.nullish(),
  contraindications: textSchema,
  note: textSchema.nullish(),
  setUp: textSchema,
  steps: z.array(textSchema),
  breathing: textSchema,
  commonMistake: textSchema,
  stopIf: textSchema,
  cues: z.array(textSchema),
  whatYouNeed: textSchema.nullish(),
  textAlternative: textSchema,
});

const exerciseRow = z.strictObject({
  code: z.string(),
  version: z.number(),
  isOwn: z.boolean(),
  isRetired: z.boolean(),
  isFavourite: z.boolean(),
  myDosage: z.nullable(dosageSchema),
  facts: exerciseFactsSchema,
  texts: storedTexts,
  figure: shownFigureSchema,
  protocols: z.array(
    z.strictObject({
      id: z.string(),
      title: textSchema,
      phases: z.array(z.object({ n: z.number(), name: textSchema })),
    }),
  ),
  settings: z.unknown(),
});

/** When the exercise may begin in one of the clinic's protocols; null: the protocol says nothing of it, so that it cannot be prescribed there. */
export type EarliestInProtocol = { id: string; title: Text; earliest: (Earliest & { phaseName: Text | null }) | null };
export type ExercisePage = Omit<z.output<typeof exerciseRow>, "protocols" | "settings"> & {
  protocols: EarliestInProtocol[];
};

/**
 * Everything that the clinic's library says of one exercise, with the clinic's own days, and one's own preferences. One query.
 * @throws {NotFound} for an exercise that the library lacks
 */
export async function loadExercise(actor: Actor, code: string): Promise<ExercisePage> {
  requirePermission(actor, "library.read");
  const [row] = await inClinic(
    actor,
    (tx) => tx.$queryRaw<{ exercise: unknown }[]>`
      SELECT jsonb_build_object(
        'code', x.code, 'version', x.library_version, 'isOwn', starts_with(x.code, 'own-'), 'isRetired', x.retired_at IS NOT NULL,
        'isFavourite', p.favourite_at IS NOT NULL, 'myDosage', p.dosage, 'facts', x.facts, 'texts', x.texts, 'figure', ${figureOfExercise},
        'protocols', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.protocol_id, 'title', t.title, 'phases', v.facts -> 'phases')
            ORDER BY t.title ->> ${actor.locale}), '[]')
          FROM template t CROSS JOIN LATERAL (
            SELECT newest.facts FROM template_version newest
            WHERE newest.clinic_id = t.clinic_id AND newest.template_id = t.id AND newest.published_at IS NOT NULL
            ORDER BY newest.number DESC LIMIT 1) AS v
          WHERE t.clinic_id = x.clinic_id AND t.origin = 'shipped' AND t.retired_at IS NULL),
        'settings', ${settingsOfClinic(Prisma.sql`x.clinic_id`)}) AS exercise
      FROM exercise x
      LEFT JOIN exercise_preference p ON p.clinic_id = x.clinic_id AND p.exercise_id = x.id AND p.user_id = ${actor.userId}::uuid
      WHERE x.clinic_id = ${actor.clinicId}::uuid AND x.code = ${code}`,
  );
  if (!row) throw new NotFound("exercise");
  const { protocols, settings, facts: stored, ...exercise } = exerciseRow.parse(row.exercise);
  const numbered = withClinicNumbers(readSettings(settings), { exercises: { [code]: stored }, protocols: {} });
  const facts = numbered.exercises[code] ?? stored;
  return {
    ...exercise,
    facts,
    protocols: protocols.map(({ id, title, phases }) => {
      const earliest = facts.earliest[id];
      const phaseName = phases.find(({ n }) => n === earliest?.phase)?.name ?? null;
      return { id, title, earliest: earliest ? { ...earliest, phaseName } : null };
    }),
  };
}
