import { expect, it } from "vitest";
import { doseOfOne } from "@/lib/clinical/dose";
import { regions, restrictionKinds, type ExerciseFacts } from "@/lib/clinical/facts";
import type { Restriction } from "@/lib/clinical/prescription";
import type { Case } from "@/lib/clinical/review/case";
import { restriction } from "@/lib/clinical/review/restriction";
import { clinicalContent } from "@/prisma/content/facts";
import { loadContent } from "@/prisma/content/load";
import { aDatabase } from "@/tests/support/test-database";

const kilograms = [null, 0, 2.3, 4.6];
const minutes = [null, 10, 11];

/** Every restriction of every kind on every region, with a limit where its kind has one. */
function everyRestriction(): Restriction[] {
  return restrictionKinds.flatMap((kind) =>
    [null, ...regions].map((region) => ({
      kind,
      region,
      kg: kind === "lift-limit" ? 2.3 : null,
      minutes: kind === "sit-limit" ? 10 : null,
    })),
  );
}

/** A dose changes what two kinds meet; for the others one is enough. */
const weighed = ["lift-limit", "sit-limit"];

function isMet(
  exercise: ExerciseFacts,
  active: Restriction,
  loadKg: number | null,
  durationMin: number | null,
): boolean {
  const program = { restrictions: [active], today: "2026-01-05" } as unknown as Case;
  return (
    restriction({ exercise, dose: doseOfOne({ loadKg, durationMin }), isRepeat: false } as never, program).length > 0
  );
}

it("closes in the database exactly what review blocks, over all exercises, kinds, regions, loads and minutes", async () => {
  const content = loadContent();
  const { exercises } = clinicalContent(content.exercises, content.protocols);
  const facts = Object.values(exercises);
  const doses = kilograms.flatMap((kg) => minutes.map((min) => ({ kg, min })));
  const { rows } = await aDatabase().app.query<{ met: string[] }>(
    `SELECT array_agg(x.facts ->> 'id' || ' ' || r.n || ' ' || d.n) AS met
    FROM jsonb_array_elements($1::jsonb) AS x (facts)
    CROSS JOIN ROWS FROM (jsonb_to_recordset($2::jsonb) AS (kind text, region text, kg numeric, minutes integer))
      WITH ORDINALITY AS r (kind, region, kg, minutes, n)
    CROSS JOIN ROWS FROM (jsonb_to_recordset($3::jsonb) AS (kg numeric, min integer)) WITH ORDINALITY AS d (kg, min, n)
    WHERE (d.n = 1 OR r.kind IN ('lift-limit', 'sit-limit')) AND restriction_meets(r.kind, r.region, r.kg, r.minutes, x.facts, d.min, d.kg)`,
    [facts, everyRestriction(), doses].map((list) => JSON.stringify(list)),
  );
  const inRule = facts.flatMap((exercise) =>
    everyRestriction().flatMap((active, r) =>
      (weighed.includes(active.kind) ? doses : doses.slice(0, 1)).flatMap(({ kg, min }, d) =>
        isMet(exercise, active, kg, min) ? [`${exercise.id} ${r + 1} ${d + 1}`] : [],
      ),
    ),
  );
  expect(inRule.length).toBeGreaterThan(500);
  expect(new Set(rows[0]?.met)).toEqual(new Set(inRule));
});
