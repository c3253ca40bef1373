import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { z } from "zod";
import { clearanceKeys, type ClearanceKey, type Dosage, type Text } from "@/lib/clinical/facts";
import type { Finding } from "@/lib/clinical/finding";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { digestOf } from "@/lib/records/signature";
import { findingsSchema } from "@/lib/schemas/finding";
import { textSchema } from "@/lib/schemas/text";
import { namesOfRevision } from "./line-as-drafted";
import { type OverrideAuthor, overriddenStates, overrideAuthors, signedStatesSchema } from "./override-authors";
import { dosageOfContent, loadRevisionContent, type RevisionContent } from "./revision-content";

export type RevisionLine = {
  id: string;
  position: number;
  /** Its code. */
  exercise: string;
  name: Text;
  dosage: Dosage;
  opensOn: string;
  heldBackUntil: string | null;
  needsKeys: ClearanceKey[];
  noteToPatient: string | null;
  /** The reason of an override, with who signed it first. */
  override: { reason: string; author: OverrideAuthor | null } | null;
  findings: Finding[];
};
/** A signed revision as it is read; `isGenuine` is what the verifier found when it was loaded. */
export type RevisionPage = {
  number: number;
  signedName: string;
  signedAt: string;
  meaning: string;
  sha256: string;
  isGenuine: boolean;
  isCurrent: boolean;
  phases: { n: number; name: Text; dayStart: number; lines: RevisionLine[] }[];
};

/**
 * One signed revision of a patient, with its signature verified: the digest is computed again over every stored column.
 * @throws {NotFound} where there is none for this clinician
 */
export async function loadRevision(actor: Actor, patientId: string, number: number): Promise<RevisionPage> {
  requirePermission(actor, "patient.read");
  return inClinic(actor, async (tx) => {
    const { clinicId } = actor;
    const revision = await findRevision(tx, actor, patientId, number);
    const { content, isGenuine } = await verifyRevision(tx, clinicId, revision);
    await recordAct(tx, actor, "program.verify", { kind: "revision", id: revision.id, patientId });
    const { signedName, meaning } = revision;
    const authors = overrideAuthors(revision.overridden);
    return {
      number,
      signedName,
      signedAt: new Date(revision.signedAt).toISOString(),
      meaning,
      sha256: revision.sha256,
      isGenuine,
      isCurrent: revision.isCurrent,
      phases: content.phases.map((phase) => ({
        n: phase.n,
        name: textSchema.parse(named(phase.facts)),
        dayStart: phase.dayStart,
        lines: content.lines
          .filter((line) => line.phase === phase.n)
          .map((line) => ({ line, id: revision.lineIds[`${line.phase}.${line.position}`] ?? "" }))
          .map(({ line, id }) => ({
            id,
            position: line.position,
            exercise: line.exerciseCode,
            name: revision.names[line.exerciseCode] ?? { en: line.exerciseCode, es: line.exerciseCode },
            dosage: dosageOfContent(line),
            opensOn: line.opensOn,
            heldBackUntil: line.heldBackUntil,
            needsKeys: z.array(z.enum(clearanceKeys)).parse(line.needsKeys),
            noteToPatient: line.noteToPatient,
            override:
              line.overrideReason === null ? null : { reason: line.overrideReason, author: authors[id] ?? null },
            findings: findingsSchema.parse(line.findings),
          })),
      })),
    };
  });
}

type Signature = {
  id: string;
  programId: string;
  patientId: string;
  number: number;
  signedById: string;
  signedName: string;
  signedAt: string;
  meaning: string;
  sha256: string;
};

/** The stored content of a revision, and whether its digest, computed again over every column, is the one that was signed. */
export async function verifyRevision(
  tx: Tx,
  clinicId: string,
  revision: Signature,
): Promise<{ content: RevisionContent; isGenuine: boolean }> {
  const content = await loadRevisionContent(tx, clinicId, revision);
  const { signedById: signerId, signedName: printedName, meaning, sha256 } = revision;
  const signedAt = new Date(revision.signedAt).toISOString();
  return { content, isGenuine: digestOf({ signerId, printedName, signedAt, meaning, content }) === sha256 };
}

const revisionRow = z.strictObject({
  id: z.string(),
  programId: z.string(),
  patientId: z.string(),
  number: z.number(),
  signedById: z.string(),
  signedName: z.string(),
  signedAt: z.iso.datetime({ offset: true }),
  meaning: z.string(),
  sha256: z.string(),
  isCurrent: z.boolean(),
  /** Of the exercises that it names, by code. */
  names: z.record(z.string(), textSchema),
  /** By phase and position. */
  lineIds: z.record(z.string(), z.string()),
  overridden: signedStatesSchema,
});

async function findRevision(tx: Tx, actor: Actor, patientId: string, number: number) {
  const rows = await tx.$queryRaw<{ revision: unknown }[]>`
    SELECT jsonb_build_object('id', r.id, 'programId', r.program_id, 'patientId', r.patient_id, 'number', r.number,
      'signedById', r.signed_by_id, 'signedName', r.signed_name, 'signedAt', r.signed_at, 'meaning', r.meaning, 'sha256', r.sha256,
      'isCurrent', p.current_revision IS NOT DISTINCT FROM r.number, 'lineIds', (
        SELECT coalesce(jsonb_object_agg(l.phase || '.' || l.position, l.id), '{}')
        FROM prescribed_exercise l WHERE l.clinic_id = r.clinic_id AND l.revision_id = r.id), 'names', ${namesOfRevision},
      'overridden', ${overriddenStates}
    ) AS revision
    FROM program_revision r
    JOIN program p ON p.clinic_id = r.clinic_id AND p.id = r.program_id
    JOIN care_team_member m ON m.clinic_id = r.clinic_id AND m.patient_id = r.patient_id AND m.left_at IS NULL
      AND m.user_id = ${actor.userId}::uuid
    WHERE r.clinic_id = ${actor.clinicId}::uuid AND r.patient_id = ${patientId}::uuid AND r.number = ${number}
    ORDER BY r.signed_at DESC LIMIT 1`;
  const [row] = rows;
  if (!row) throw new NotFound("revision");
  return revisionRow.parse(row.revision);
}

function named(facts: unknown): unknown {
  return typeof facts === "object" && facts !== null && "name" in facts ? facts.name : undefined;
}
