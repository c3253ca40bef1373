import type { ClientBase } from "pg";
import { v7 as newId } from "uuid";
import type { Dosage, ExerciseFacts, ProtocolFacts, Text } from "@/lib/clinical/facts";
import { insertRows, type Row } from "./insert-rows";

/** The shipped library as a clinic's tables hold it. */
export type ShippedLibrary = {
  exercises: readonly { facts: ExerciseFacts; texts: object }[];
  protocols: readonly { facts: ProtocolFacts; phases: readonly ShippedPhase[] }[];
  subjects: readonly ShippedSubject[];
};

export type ShippedPhase = {
  n: number;
  /** The phase whole, with the patient's wording. */
  content: object;
  lines: readonly {
    exercise: string;
    dosage: Dosage;
    requiresClearance: boolean;
    availableFromDay: number;
    /** Among the lines that an assignment takes. */
    starting: boolean;
    reason: Text | null;
  }[];
};

export type ShippedSubject = {
  id: string;
  kind: "activity" | "key";
  decidedBy: "surgeon" | "therapist";
  opensKeys: readonly string[];
  texts: object;
};

/**
 * Copies the library into the clinic of the connection's transaction; every protocol arrives as its published version 1.
 * @throws when a phase names an exercise that the library lacks
 */
export async function copyLibrary(clinicId: string, library: ShippedLibrary, db: ClientBase): Promise<void> {
  const idOf = new Map(library.exercises.map(({ facts }) => [facts.id, newId()]));
  const tables: Record<string, Row[]> = {
    exercise: library.exercises.map(({ facts, texts }) => ({ id: idOf.get(facts.id), code: facts.id, facts, texts })),
    template: [],
    template_version: [],
    template_phase: [],
    template_exercise: [],
    clearance_subject: library.subjects.map(({ id, kind, decidedBy, opensKeys, texts }) => ({
      id,
      kind,
      decided_by: decidedBy,
      opens_keys: opensKeys,
      texts,
    })),
  };
  for (const { facts, phases } of library.protocols) {
    const [templateId, versionId] = [newId(), newId()];
    tables["template"]?.push({ id: templateId, protocol_id: facts.id, title: facts.title });
    tables["template_version"]?.push({ id: versionId, template_id: templateId, number: 1, note: "shipped", facts });
    for (const { n, content, lines } of phases) {
      const phaseId = newId();
      tables["template_phase"]?.push({ id: phaseId, version_id: versionId, n, facts: content });
      const rows = lines.map((line, index) => {
        const exerciseId = idOf.get(line.exercise);
        if (!exerciseId) throw new Error(`${facts.id}, phase ${n}: the library has no exercise ${line.exercise}`);
        return {
          id: newId(),
          phase_id: phaseId,
          position: index + 1,
          exercise_id: exerciseId,
          dosage: line.dosage,
          requires_clearance: line.requiresClearance,
          available_from_day: line.availableFromDay,
          starting: line.starting,
          reason: line.reason,
        };
      });
      tables["template_exercise"]?.push(...rows);
    }
  }
  for (const [table, rows] of Object.entries(tables)) {
    await insertRows(
      db,
      table,
      rows.map((row) => ({ clinic_id: clinicId, ...row })),
    );
  }
  await db.query("UPDATE template_version SET published_at = now() WHERE clinic_id = $1", [clinicId]);
}
