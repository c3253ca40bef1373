import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { dayIn } from "@/lib/dates";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import {
  termsOfVersions,
  versionChange,
  type VersionChange,
  versionsOf,
  versionTermsSchema,
} from "@/lib/records/templates/version-change";
import { draftLineSchema } from "@/lib/schemas/program";
import { textSchema } from "@/lib/schemas/text";
import { lineAsDrafted, lineIsOpen, nameOfLine } from "./line-as-drafted";
import { readProgram, type ProgramPage } from "./load-program";
import { type OverrideAuthor, overriddenStates, overrideAuthors, signedStatesSchema } from "./override-authors";

const found = z.strictObject({
  /** The revision in force by the names that were signed, and whether the patient reads each of its lines now. */
  current: z.array(z.strictObject({ line: draftLineSchema, name: textSchema, isOpen: z.boolean() })),
  overridden: signedStatesSchema,
  terms: versionTermsSchema,
  /** Who decides each clearance key, and since when it has been asked for. */
  deciders: z.array(
    z.strictObject({
      key: z.string(),
      decidedBy: z.enum(["surgeon", "therapist"]),
      askedAt: z.iso.datetime({ offset: true }).nullable(),
    }),
  ),
});

/** What is looked at before a draft is signed; `draft` is the one whose version the signature names. */
export type SignPage = ProgramPage & { draft: NonNullable<ProgramPage["draft"]> } & Omit<
    z.output<typeof found>,
    "overridden" | "terms"
  > & {
    /** What a newer version of the template changes beside the lines; null where the draft brings none. */
    switched: VersionChange | null;
    /** Who signed the overrides of the revision in force first, by the id of the line. */
    authors: Readonly<Record<string, OverrideAuthor>>;
  };

/**
 * The draft of a patient's program with all that the signer weighs, as it is saved now.
 * @throws {NotFound} where the patient is not the actor's, or nothing is drafted
 * @throws {Denied} to who may not sign
 */
export async function loadSignPage(actor: Actor, patientId: string, now: Date = new Date()): Promise<SignPage> {
  requirePermission(actor, "program.sign");
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const { draft, ...page } = await readProgram(tx, actor, patientId, today);
    if (!draft) throw new NotFound("draft");
    const { overridden, terms, ...rest } = await loadRest(tx, actor.clinicId, page, draft.proposed);
    const switched = versionChange(draft.proposed, terms);
    return { ...page, draft, ...rest, switched, authors: overrideAuthors(overridden) };
  });
}

async function loadRest(
  tx: Tx,
  clinicId: string,
  { programId, episodeId, currentRevision }: Pick<ProgramPage, "programId" | "episodeId" | "currentRevision">,
  proposed: SignPage["draft"]["proposed"],
): Promise<z.output<typeof found>> {
  const rows = await tx.$queryRaw<{ found: unknown }[]>`
    SELECT jsonb_build_object('terms', ${termsOfVersions(clinicId, versionsOf(proposed))},
      'current', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('line', ${lineAsDrafted}, 'name', ${nameOfLine}, 'isOpen', ${lineIsOpen})
          ORDER BY l.phase, l.position), '[]')
        FROM program_revision r JOIN prescribed_exercise l ON l.clinic_id = r.clinic_id AND l.revision_id = r.id
        JOIN exercise x ON x.clinic_id = l.clinic_id AND x.id = l.exercise_id
        WHERE r.clinic_id = ${clinicId}::uuid AND r.program_id = ${programId}::uuid AND r.number = ${currentRevision}::int),
      'overridden', coalesce((
        SELECT ${overriddenStates} FROM program_revision r
        WHERE r.clinic_id = ${clinicId}::uuid AND r.program_id = ${programId}::uuid AND r.number = ${currentRevision}::int), '[]'),
      'deciders', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('key', s.id, 'decidedBy', s.decided_by, 'askedAt', (
          SELECT max(c.requested_at) FROM clearance c
          WHERE c.clinic_id = s.clinic_id AND s.id = ANY (c.opens_keys) AND c.episode_id = ${episodeId}::uuid
            AND c.state IN ('requested', 'under-review')))), '[]')
        FROM clearance_subject s WHERE s.clinic_id = ${clinicId}::uuid AND s.kind = 'key')
    ) AS found`;
  return found.parse(rows[0]?.found);
}
