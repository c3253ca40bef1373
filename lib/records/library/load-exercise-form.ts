import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { ExerciseFacts, Text } from "@/lib/clinical/facts";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import type { OwnExerciseValues } from "@/lib/schemas/own-exercise/own-exercise";
import { storedTextsSchema } from "@/lib/schemas/own-exercise/stored-texts";
import { exerciseFactsSchema } from "@/lib/schemas/stored-facts";
import { textSchema } from "@/lib/schemas/text";
import { sources } from "@/prisma/content/bundled";
import { emptyForm, filledForm } from "./form-values";
import { loadOwnExercise } from "./own-exercise-row";
import { byClinicNumbers, comparedWith, loadOriginal } from "./strictness";

export type ExerciseForm = {
  values: OwnExerciseValues;
  /** The exercise that is changed, at the version that was read; null for a new one. */
  changing: { code: string; version: number; name: Text } | null;
  /** With what it is compared, while it is written; null for a new one that is begun from nothing. */
  original: { code: string; facts: ExerciseFacts } | null;
  protocols: { id: string; title: Text }[];
  sources: { id: string; title: string }[];
};

/**
 * The form of a new exercise.
 * @param copyOf the exercise that it begins from: all of it but its name
 * @throws {NotFound} when the exercise to copy is not there
 */
export async function loadNewExercise(actor: Actor, copyOf: string | null): Promise<ExerciseForm> {
  requirePermission(actor, "library.write");
  const { clinicId } = actor;
  return inClinic(actor, async (tx) => {
    const protocols = await loadProtocols(tx, clinicId);
    const ids = protocols.map(({ id }) => id);
    const common = { changing: null, protocols, sources: listedSources };
    if (copyOf === null) return { ...common, values: emptyForm(ids), original: null };
    const stored = await tx.exercise.findFirst({
      where: { clinicId, code: copyOf },
      select: { copiedFrom: true, facts: true, texts: true },
    });
    if (!stored) throw new NotFound("exercise");
    const facts = await byClinicNumbers(tx, clinicId, exerciseFactsSchema.parse(stored.facts));
    const filled = filledForm(facts, storedTextsSchema.parse(stored.texts), ids);
    return {
      ...common,
      // A copy is another exercise: under the same name one would be taken for the other.
      values: { ...filled, name: { en: "", es: "" } },
      original:
        stored.copiedFrom === null ? { code: copyOf, facts } : await loadOriginal(tx, clinicId, stored.copiedFrom),
    };
  });
}

/**
 * The form of an exercise of the clinic's own as it stands, with the reason that was given for being less strict.
 * @throws {NotFound} for a shipped or a retired exercise
 */
export async function loadExerciseForm(
  actor: Actor,
  code: string,
): Promise<ExerciseForm & { changing: NonNullable<ExerciseForm["changing"]> }> {
  requirePermission(actor, "library.write");
  const { clinicId } = actor;
  return inClinic(actor, async (tx) => {
    const own = await loadOwnExercise(tx, clinicId, code);
    const protocols = await loadProtocols(tx, clinicId);
    const latest = await tx.exerciseChange.findFirst({
      where: { clinicId, exerciseId: own.id, version: own.version },
      select: { reason: true },
    });
    const values = filledForm(
      own.facts,
      own.texts,
      protocols.map(({ id }) => id),
    );
    return {
      values: { ...values, reason: latest?.reason ?? "" },
      changing: { code, version: own.version, name: own.facts.name },
      original: await comparedWith(tx, clinicId, own),
      protocols,
      sources: listedSources,
    };
  });
}

const listedSources = Object.entries(sources).map(([id, { title }]) => ({ id, title }));

async function loadProtocols(tx: Tx, clinicId: string): Promise<ExerciseForm["protocols"]> {
  const templates = await tx.template.findMany({
    where: { clinicId, origin: "shipped", retiredAt: null },
    orderBy: { protocolId: "asc" },
    select: { protocolId: true, title: true },
  });
  return templates.map(({ protocolId: id, title }) => ({ id, title: textSchema.parse(title) }));
}
