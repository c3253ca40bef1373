import { v7 as newId } from "uuid";
import type { ProtocolWithEntry } from "@/lib/clinical/entry-criteria";
import type { Dosage, ExerciseFacts, Text } from "@/lib/clinical/facts";
import { insertRows, type Row, type RunWithJson } from "./insert-rows";

/** The shipped library as a clinic's tables hold it. */
export type ShippedLibrary = {
  exercises: readonly { facts: ExerciseFacts; texts: object }[];
  protocols: readonly { facts: ProtocolWithEntry; techniques: readonly Text[]; phases: readonly ShippedPhase[] }[];
  subjects: readonly ShippedSubject[];
};

export type ShippedPhase = {
  n: number;
  /** The phase whole, with the patient's wording. */
  content: object;
  lines: readonly ShippedLine[];
};

export type ShippedLine = {
  exercise: string;
  dosage: Dosage;
  requiresClearance: boolean;
  availableFromDay: number;
  /** Among the lines that an assignment takes, with the reason for it. */
  starting: boolean;
  reason: Text | null;
  /** Why its default dosage stands although a rule asks for a reason. */
  overrideReason: Text | null;
};

export type ShippedSubject = {
  id: string;
  kind: "activity" | "key";
  decidedBy: "surgeon" | "therapist";
  /** Protocols in which the surgeon decides although elsewhere the therapist does. */
  surgeonIn: readonly string[];
  opensKeys: readonly string[];
  /** In force, these close it; a limit caps the grant instead. */
  restrictedBy: readonly string[];
  /** Of a key: the activities that the patient's own sentence allows. */
  covers: readonly string[];
  /** The limit that allows an activity up to itself. */
  allowedWithin: string | null;
  texts: object;
};

/** What of the library a clinic has already: ids of its exercises by code; of its templates by protocol, with their newest version. */
export type OwnLibrary = {
  exercises: ReadonlyMap<string, string>;
  templates: ReadonlyMap<string, { id: string; number: number }>;
};

const nothingYet: OwnLibrary = { exercises: new Map(), templates: new Map() };

/**
 * Copies the library into the clinic that the transaction is set to; every protocol arrives as the next published version of its template.
 * @param run a statement inside the caller's transaction, as the owner of the tables
 * @param own exercises and templates that stand already, which are not made again
 * @throws when a phase names an exercise that neither the library nor the clinic has
 */
export async function copyLibrary(
  clinicId: string,
  library: ShippedLibrary,
  run: RunWithJson,
  own: OwnLibrary = nothingYet,
  publishedAt: Date = new Date(),
): Promise<void> {
  const idOf = new Map([...own.exercises, ...library.exercises.map(({ facts }) => [facts.id, newId()] as const)]);
  const templates = library.protocols.map((protocol) => {
    const known = own.templates.get(protocol.facts.id);
    return {
      ...protocol,
      id: known?.id ?? newId(),
      isNew: !known,
      number: 1 + (known?.number ?? 0),
      versionId: newId(),
    };
  });
  const phases = templates.flatMap(({ facts, versionId, phases: shipped }) =>
    shipped.map((phase) => ({ ...phase, id: newId(), versionId, of: facts.id })),
  );
  const insert = (table: string, rows: readonly Row[]) =>
    insertRows(
      run,
      table,
      rows.map((row) => ({ clinic_id: clinicId, ...row })),
    );
  await insert(
    "exercise",
    library.exercises.map(({ facts, texts }) => ({ id: idOf.get(facts.id), code: facts.id, facts, texts })),
  );
  await insert(
    "template",
    templates
      .filter(({ isNew }) => isNew)
      .map(({ id, facts, techniques }) => ({ id, protocol_id: facts.id, title: facts.title, techniques })),
  );
  await insert(
    "template_version",
    templates.map(({ id, versionId, number, facts }) => ({
      id: versionId,
      template_id: id,
      number,
      note: "shipped",
      facts,
    })),
  );
  await insert(
    "template_phase",
    phases.map(({ id, versionId, n, content }) => ({ id, version_id: versionId, n, facts: content })),
  );
  await insert(
    "template_exercise",
    phases.flatMap((phase) => phase.lines.map((line, index) => lineRow(line, phase, index + 1, idOf))),
  );
  await insert(
    "clearance_subject",
    library.subjects.map(
      ({ id, kind, decidedBy, surgeonIn, opensKeys, restrictedBy, covers, allowedWithin, texts }) => ({
        id,
        kind,
        decided_by: decidedBy,
        surgeon_in: surgeonIn,
        opens_keys: opensKeys,
        restricted_by: restrictedBy,
        covers,
        allowed_within: allowedWithin,
        texts,
      }),
    ),
  );
  await run(
    `UPDATE template_version SET published_at = ($1::jsonb ->> 'publishedAt')::timestamptz
     WHERE clinic_id = ($1::jsonb ->> 'clinicId')::uuid AND id IN (SELECT jsonb_array_elements_text($1::jsonb -> 'versions')::uuid)`,
    JSON.stringify({ clinicId, publishedAt, versions: templates.map(({ versionId }) => versionId) }),
  );
}

function lineRow(
  line: ShippedLine,
  phase: { id: string; of: string; n: number },
  position: number,
  idOf: ReadonlyMap<string, string>,
): Row {
  const exerciseId = idOf.get(line.exercise);
  if (!exerciseId) throw new Error(`${phase.of}, phase ${phase.n}: the library has no exercise ${line.exercise}`);
  return {
    id: newId(),
    phase_id: phase.id,
    position,
    exercise_id: exerciseId,
    dosage: line.dosage,
    requires_clearance: line.requiresClearance,
    available_from_day: line.availableFromDay,
    starting: line.starting,
    reason: line.reason,
    override_reason: line.overrideReason,
  };
}
