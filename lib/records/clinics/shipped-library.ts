import { readFileSync } from "node:fs";
import type { ShippedLibrary } from "./copy-library";

/* A stand-in until prisma/content/load.ts exists. */
const read = (name: string) => JSON.parse(readFileSync(`/work/shared/clinical/${name}.json`, "utf8"));
const both = (en: string) => ({ en, es: en });

let library: ShippedLibrary | undefined;

/** The shipped library, ready to be copied; read once. */
export function shippedLibrary(): ShippedLibrary {
  library ??= fromReference();
  return library;
}

function fromReference(): ShippedLibrary {
  const dosageOf = (d: any) => ({ restSec: null, loadKg: null, side: null, ...d });
  const protocols = read("protocols").protocols.filter((p: any) =>
    ["fusion-lumbar", "injection-epidural"].includes(p.id),
  );
  const used = new Set(
    protocols.flatMap((p: any) => p.phases.flatMap((ph: any) => ph.exercises.map((e: any) => e.exerciseId))),
  );
  const basis = (b: string) => (b?.startsWith("sourced") ? "sourced" : "background, unverified");
  const exercises = read("exercises")
    .exercises.filter((e: any) => used.has(e.id))
    .map((e: any) => ({
      facts: {
        id: e.id,
        name: both(e.name),
        position: e.position,
        tags: e.tags,
        earliest: Object.fromEntries(
          protocols.map((p: any) => {
            const x = e.earliest[p.id];
            return [
              p.id,
              {
                rule: x.rule,
                day: x.earliestDay ?? null,
                phase: x.earliestPhase ?? null,
                clearance: x.clearance,
                basis: basis(x.basis),
              },
            ];
          }),
        ),
        clearanceKey: e.clearanceKey,
        defaultDosage: dosageOf(e.defaultDosage),
        contraindicationCodes: e.contraindicationCodes,
        rampGroup: e.rampGroup,
        sources: e.sources,
        basis: basis(e.basis),
      },
      texts: { name: both(e.name) },
    }));
  return {
    exercises,
    protocols: protocols.map((p: any) => ({
      facts: {
        id: p.id,
        title: both(p.title),
        procedureType: p.procedureType.toLowerCase(),
        region: p.region,
        anchor: p.anchor,
        phases: p.phases.map((ph: any) => ({
          n: ph.n,
          name: both(ph.name),
          dayStart: ph.dayStart,
          dayEndExclusive: ph.dayEndExclusive,
          entryClearances: ph.entryCriteria.clearances,
          limits: { liftKg: ph.limits.liftKg, sitMaxMin: ph.limits.sitMaxMin },
          blockedTags: ph.blockedTags,
          lines: ph.exercises.map((e: any) => ({
            exercise: e.exerciseId,
            dosage: dosageOf(e.dosage),
            requiresClearance: e.requiresClearance,
            availableFromDay: e.availableFromDay,
          })),
          sources: ph.sources,
        })),
        sources: p.sources,
      },
      phases: p.phases.map((ph: any) => ({
        n: ph.n,
        content: { n: ph.n, name: both(ph.name), dayStart: ph.dayStart, dayEndExclusive: ph.dayEndExclusive },
        lines: ph.exercises.map((e: any, i: number) => ({
          exercise: e.exerciseId,
          dosage: dosageOf(e.dosage),
          requiresClearance: e.requiresClearance,
          availableFromDay: e.availableFromDay,
          starting: i < 6,
          reason: null,
        })),
      })),
    })),
    subjects: [
      ...Object.entries<any>(read("protocols").clearanceKeys).map(([id, k]) => ({
        id,
        kind: "key" as const,
        decidedBy: k.grantedBy === "PT" ? ("therapist" as const) : ("surgeon" as const),
        opensKeys: [id],
        texts: { name: both(k.meaning) },
      })),
      ...read("activities").activities.map((a: any) => ({
        id: a.id,
        kind: "activity" as const,
        decidedBy: a.clearedBy === "SURGEON" || a.surgeonIn.length > 0 ? ("surgeon" as const) : ("therapist" as const),
        opensKeys: a.clearanceKey ? [a.clearanceKey] : [],
        texts: { name: both(a.name) },
      })),
    ],
  };
}
