import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { comparePhases, type PhaseChange } from "@/lib/draft/compare-phases";
import type { Proposed } from "@/lib/schemas/proposed";
import { storedPhaseSchema } from "@/lib/schemas/template";
import { textSchema } from "@/lib/schemas/text";

const lessStrict = z.array(z.object({ because: textSchema }));

/** What versions of a template say beside their lines, by id. */
export const versionTermsSchema = z.record(
  z.string(),
  z.strictObject({ phases: z.array(storedPhaseSchema), lessStrict, lessStrictReason: z.string().nullable() }),
);
type VersionTerms = z.output<typeof versionTermsSchema>;

/** What a newer version of the template changes beside its lines: the phases that differ, and what is less strict in it, with the reason. */
export type VersionChange = {
  templateId: string;
  from: number;
  to: number;
  phases: PhaseChange[];
  lessStrict: z.output<typeof lessStrict>;
  lessStrictReason: string | null;
};

/** The versions between which a draft takes a program; none where it is not about the template. */
export function versionsOf(proposed: Proposed | null): string[] {
  return proposed?.kind === "template" ? [proposed.from.versionId, proposed.to.versionId] : [];
}

/** Those of the named versions, as `versionTermsSchema` reads them. */
export function termsOfVersions(clinicId: string, ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`(
    SELECT coalesce(jsonb_object_agg(v.id, jsonb_build_object('lessStrict', v.less_strict, 'lessStrictReason', v.less_strict_reason, 'phases', (
      SELECT coalesce(jsonb_agg(tp.facts ORDER BY tp.n), '[]')
      FROM template_phase tp WHERE tp.clinic_id = v.clinic_id AND tp.version_id = v.id))), '{}')
    FROM template_version v WHERE v.clinic_id = ${clinicId}::uuid AND v.id = ANY (${ids}::uuid[]))`;
}

/** What the draft changes in the phases; null where it is not about the template. */
export function versionChange(proposed: Proposed | null, terms: VersionTerms): VersionChange | null {
  if (proposed?.kind !== "template") return null;
  const { templateId, from, to } = proposed;
  const [was, now] = [terms[from.versionId], terms[to.versionId]];
  if (!was || !now) return null;
  const phases = comparePhases(was.phases, now.phases).filter(
    ({ before, after, keys }) => keys.length > 0 || !before || !after,
  );
  const { lessStrict: points, lessStrictReason } = now;
  return { templateId, from: from.number, to: to.number, phases, lessStrict: points, lessStrictReason };
}
