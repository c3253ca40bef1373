import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { compareLines, type LineChange } from "@/lib/draft/compare-lines";
import { templateLines, withoutReasons } from "@/lib/draft/template-lines";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { Comparison, ProgramState } from "@/lib/schemas/compare";
import { dosageSchema } from "@/lib/schemas/dosage";
import { draftLineSchema, draftLinesSchema, type DraftLine } from "@/lib/schemas/program";
import { textSchema } from "@/lib/schemas/text";
import { changedBy } from "./changed-by";
import { lineAsDrafted, namesOfRevision } from "./line-as-drafted";

const instant = z.iso.datetime({ offset: true });
const templateLine = z.strictObject({
  templateLineId: z.string(),
  exercise: z.string(),
  dosage: dosageSchema,
  starting: z.boolean(),
});
const namesSchema = z.record(z.string(), textSchema);
const comparedRow = z.strictObject({
  programId: z.string(),
  currentRevision: z.number().nullable(),
  templateVersion: z.number(),
  revisions: z.array(z.strictObject({ number: z.number(), signedName: z.string(), signedAt: instant })),
  signed: z.array(z.strictObject({ number: z.number(), lines: z.array(draftLineSchema), names: namesSchema })),
  draft: z.strictObject({ lines: draftLinesSchema, changedAt: instant, changedBy: z.string() }).nullable(),
  phases: z.array(z.strictObject({ n: z.number(), name: textSchema, lines: z.array(templateLine) })),
  names: namesSchema,
});
type Stored = z.output<typeof comparedRow>;

/** Two states of a program side by side; `changes` has every line, the same ones too. */
export type ComparedProgram = Pick<Stored, "currentRevision" | "templateVersion" | "revisions" | "draft"> & {
  /** By code: of the earlier state, and of the later one. A signed state has the names that were signed, any other those of the library now. */
  names: readonly [Stored["names"], Stored["names"]];
  phases: Pick<Stored["phases"][number], "n" | "name">[];
  from: ProgramState;
  to: ProgramState;
  changes: LineChange[];
};

/**
 * Any two states of a patient's program. Against the template its starting selection counts, and what the other state took of its alternatives.
 * @param wanted null: the revision in force against the one before it, or against the template
 * @throws {NotFound} where the patient is not the actor's, has no program, or not these states
 */
export async function loadComparison(
  actor: Actor,
  patientId: string,
  wanted: Comparison | null,
): Promise<ComparedProgram> {
  requirePermission(actor, "patient.read");
  return inClinic(actor, async (tx) => {
    const { programId, signed, phases, names, ...program } = await loadStates(tx, actor, patientId, wanted);
    await recordAct(tx, actor, "program.read", { kind: "program", id: programId, patientId });
    const { from, to } = wanted ?? usual(program);
    const stored = (state: ProgramState): DraftLine[] | null => {
      if (state === "template") return [];
      const of = state === "draft" ? program.draft : signed.find(({ number }) => number === state);
      return of?.lines ?? null;
    };
    const [before, after] = [stored(from), stored(to)];
    if (!before || !after) throw new NotFound("revision");
    const namesOf = (state: ProgramState) => ({
      ...names,
      ...signed.find(({ number }) => number === state)?.names,
    });
    const isOfTemplate = from === "template" || to === "template";
    const lines = (state: ProgramState, of: DraftLine[], other: DraftLine[]) =>
      state === "template" ? templateLines(phases, other) : isOfTemplate ? withoutReasons(of) : of;
    return {
      ...program,
      phases: phases.map(({ n, name }) => ({ n, name })),
      ...{ from, to },
      names: [namesOf(from), namesOf(to)] as const,
      changes: compareLines(lines(from, before, after), lines(to, after, before)),
    };
  });
}

function usual({ currentRevision, draft }: Pick<Stored, "currentRevision" | "draft">): Comparison {
  if (draft) return { from: currentRevision ?? "template", to: "draft" };
  if (currentRevision === null) return { from: "template", to: "template" };
  return { from: currentRevision > 1 ? currentRevision - 1 : "template", to: currentRevision };
}

async function loadStates(tx: Tx, actor: Actor, patientId: string, wanted: Comparison | null): Promise<Stored> {
  const numbers = [wanted?.from, wanted?.to].filter((state) => typeof state === "number");
  const [row] = await tx.$queryRaw<{ compared: unknown }[]>`
    SELECT jsonb_build_object('programId', p.id, 'currentRevision', p.current_revision, 'templateVersion', v.number,
      'revisions', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('number', r.number, 'signedName', r.signed_name, 'signedAt', r.signed_at)
          ORDER BY r.number DESC), '[]')
        FROM program_revision r WHERE r.clinic_id = p.clinic_id AND r.program_id = p.id),
      'signed', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('number', r.number, 'lines', (
          SELECT coalesce(jsonb_agg(${lineAsDrafted} ORDER BY l.phase, l.position), '[]')
          FROM prescribed_exercise l WHERE l.clinic_id = r.clinic_id AND l.revision_id = r.id), 'names', ${namesOfRevision})), '[]')
        FROM program_revision r WHERE r.clinic_id = p.clinic_id AND r.program_id = p.id
          AND (r.number = ANY (${numbers}::int[]) OR (${wanted === null} AND r.number >= p.current_revision - 1))),
      'draft', (
        SELECT jsonb_build_object('lines', d.lines, 'changedAt', d.changed_at, 'changedBy', ${changedBy})
        FROM program_draft d LEFT JOIN clinic_user u ON u.clinic_id = d.clinic_id AND u.id = d.changed_by_id
        WHERE d.clinic_id = p.clinic_id AND d.program_id = p.id),
      'phases', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('n', tp.n, 'name', tp.facts -> 'name', 'lines', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('templateLineId', te.id, 'exercise', x.code, 'dosage', te.dosage,
            'starting', te.starting) ORDER BY te.position), '[]')
          FROM template_exercise te JOIN exercise x ON x.clinic_id = te.clinic_id AND x.id = te.exercise_id
          WHERE te.clinic_id = tp.clinic_id AND te.phase_id = tp.id)) ORDER BY tp.n), '[]')
        FROM template_phase tp WHERE tp.clinic_id = v.clinic_id AND tp.version_id = v.id),
      'names', (SELECT coalesce(jsonb_object_agg(x.code, x.facts -> 'name'), '{}') FROM exercise x WHERE x.clinic_id = p.clinic_id)
    ) AS compared
    FROM program p
    LEFT JOIN program_draft pd ON pd.clinic_id = p.clinic_id AND pd.program_id = p.id
    JOIN template_version v ON v.clinic_id = p.clinic_id AND v.id = coalesce(pd.template_version_id, p.template_version_id)
    JOIN care_team_member m ON m.clinic_id = p.clinic_id AND m.patient_id = p.patient_id AND m.left_at IS NULL
      AND m.user_id = ${actor.userId}::uuid
    WHERE p.clinic_id = ${actor.clinicId}::uuid AND p.patient_id = ${patientId}::uuid
    ORDER BY p.created_at DESC LIMIT 1`;
  if (!row) throw new NotFound("program");
  return comparedRow.parse(row.compared);
}
