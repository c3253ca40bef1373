import { z } from "zod";
import type { Text } from "@/lib/clinical/facts";
import { defaultSettings } from "@/lib/clinical/settings";
import { ruleCatalog, settingNames } from "@/lib/clinical/settings/rule-catalog";
import type { Tx } from "@/lib/db/in-clinic";
import { textSchema } from "@/lib/schemas/text";
import { activities, liftingLadder, measures, triageContent } from "@/prisma/content/bundled";

export const restingKinds = [
  "protocol",
  "phase",
  "exercise",
  "triage",
  "activity",
  "lifting",
  "measure",
  "setting",
] as const;
/** Something of the clinic's library or of the shipped content that names its sources. */
export type Resting = {
  kind: (typeof restingKinds)[number];
  name: Text;
  sources: readonly string[];
  /** A number of it is "background, unverified". */
  isUnverified: boolean;
};

const libraryRow = z.strictObject({
  kind: z.enum(["exercise", "protocol", "phase"]),
  name: textSchema,
  sources: z.array(z.string()),
  isUnverified: z.boolean(),
});

/** Everything that rests on a source or on none, in the order of its kind; one query for the clinic's own library. */
export async function loadWhatRests(tx: Tx, clinicId: string): Promise<Resting[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    WITH latest AS (
      SELECT DISTINCT ON (v.template_id) v.* FROM template_version v
      WHERE v.clinic_id = ${clinicId}::uuid AND v.published_at IS NOT NULL ORDER BY v.template_id, v.number DESC)
    SELECT 'protocol' AS kind, l.facts -> 'title' AS name, l.facts -> 'sources' AS sources, true AS "isUnverified" FROM latest l
    UNION ALL
    SELECT 'phase', jsonb_build_object(
        'en', (l.facts #>> '{title,en}') || ': ' || (p ->> 'n') || ' ' || (p #>> '{name,en}'),
        'es', (l.facts #>> '{title,es}') || ': ' || (p ->> 'n') || ' ' || (p #>> '{name,es}')),
      p -> 'sources', EXISTS (
        SELECT FROM jsonb_each(p -> 'entryCriteria') AS c
        WHERE c.key IN ('nprsAvg7dMax', 'nprsActivityMax', 'walkContinuousMin', 'sitToleranceMin', 'adherencePct') AND c.value <> 'null'
          OR c.key = 'functional' AND jsonb_array_length(c.value) > 0)
    FROM latest l, jsonb_array_elements(l.facts -> 'phases') AS p
    UNION ALL
    SELECT 'exercise', x.facts -> 'name', x.facts -> 'sources',
      x.facts ->> 'basis' <> 'sourced' OR EXISTS (SELECT FROM jsonb_each(x.facts -> 'earliest') AS e WHERE e.value ->> 'basis' <> 'sourced')
    FROM exercise x WHERE x.clinic_id = ${clinicId}::uuid`;
  return [...z.array(libraryRow).parse(rows), ...shippedResting()].sort(
    (a, b) => restingKinds.indexOf(a.kind) - restingKinds.indexOf(b.kind) || a.name.en.localeCompare(b.name.en),
  );
}

function shippedResting(): Resting[] {
  const { rules, trendRules } = triageContent;
  return [
    ...[...rules, ...trendRules].map(({ name, sources, basis }): Resting => ({
      kind: "triage",
      name,
      sources,
      isUnverified: basis !== "sourced",
    })),
    ...activities.map(({ name, sources, typicalEarliest }): Resting => ({
      kind: "activity",
      name,
      sources,
      isUnverified: Object.values(typicalEarliest).some(({ basis }) => basis !== "sourced"),
    })),
    ...Object.values(liftingLadder).flatMap((steps) =>
      steps.map(({ dayStart, limitKg, note, sources, basis }): Resting => {
        const limit = limitKg === null ? "" : ` ${String(limitKg)} kg`;
        const [en, es] = [note?.en ?? "", note?.es ?? ""];
        return {
          kind: "lifting",
          name: {
            en: `Day ${String(dayStart)}:${limit} ${en}`.trim(),
            es: `Día ${String(dayStart)}:${limit} ${es}`.trim(),
          },
          sources,
          isUnverified: basis !== "sourced",
        };
      }),
    ),
    ...measures.map(({ name, sources, forms }): Resting => ({
      kind: "measure",
      name,
      sources,
      isUnverified: forms.some(({ bands }) => bands.some(({ basis }) => basis !== "sourced")),
    })),
    ...settingNames.map((name): Resting => ({
      kind: "setting",
      name: ruleCatalog[name].label,
      sources: defaultSettings[name].sources,
      isUnverified: defaultSettings[name].basis !== "sourced",
    })),
  ];
}
