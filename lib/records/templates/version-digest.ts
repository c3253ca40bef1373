import { z } from "zod";
import type { Tx } from "@/lib/db/in-clinic";
import { digestOf } from "@/lib/records/signature";

const content = z.strictObject({
  templateId: z.string(),
  number: z.number(),
  note: z.string(),
  facts: z.json(),
  lessStrict: z.json(),
  lessStrictReason: z.string().nullable(),
  phases: z.json(),
});

/** What a publication covers, as the rows hold it: number, note, facts, phases with their lines, what is less strict and why. */
export async function loadVersionContent(
  tx: Tx,
  clinicId: string,
  templateId: string,
): Promise<Map<number, z.output<typeof content>>> {
  const rows = await tx.$queryRaw<{ number: number; content: unknown }[]>`
    SELECT v.number, jsonb_build_object('templateId', v.template_id, 'number', v.number, 'note', v.note, 'facts', v.facts,
      'lessStrict', v.less_strict, 'lessStrictReason', v.less_strict_reason,
      'phases', (
        SELECT jsonb_agg(jsonb_build_object('n', tp.n, 'facts', tp.facts, 'lines', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('position', te.position, 'exerciseId', te.exercise_id, 'dosage', te.dosage,
            'requiresClearance', te.requires_clearance, 'availableFromDay', te.available_from_day, 'starting', te.starting,
            'reason', te.reason, 'overrideReason', te.override_reason) ORDER BY te.position), '[]')
          FROM template_exercise te WHERE te.clinic_id = tp.clinic_id AND te.phase_id = tp.id)) ORDER BY tp.n)
        FROM template_phase tp WHERE tp.clinic_id = v.clinic_id AND tp.version_id = v.id)) AS content
    FROM template_version v WHERE v.clinic_id = ${clinicId}::uuid AND v.template_id = ${templateId}::uuid`;
  return new Map(rows.map((row) => [row.number, content.parse(row.content)]));
}

type Signature = {
  publishedById: string;
  publishedName: string;
  publishedAt: string;
  meaning: string;
  sha256: string;
};

/** Whether the digest, computed again over every stored column, is the one that was signed. */
export function isGenuine(
  stored: unknown,
  { publishedById: signerId, publishedName: printedName, publishedAt, meaning, sha256 }: Signature,
): boolean {
  const signedAt = new Date(publishedAt).toISOString();
  return digestOf({ signerId, printedName, signedAt, meaning, content: stored }) === sha256;
}
