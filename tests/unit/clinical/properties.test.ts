import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { addDays } from "@/lib/clinical/days";
import { clearanceKeys, conditions, regions, restrictionKinds, type Dosage } from "@/lib/clinical/facts";
import { severities, type Severity } from "@/lib/clinical/finding";
import type { ReviewInput } from "@/lib/clinical/prescription";
import { review } from "@/lib/clinical/review";
import { needsClearance } from "@/lib/clinical/review/need";
import { signing } from "@/lib/clinical/signing";
import { tracksOf } from "@/lib/clinical/track";
import { loadContent } from "../../../prisma/content/load";
import { clinical } from "../../support/clinical-check-in";

const anchor = "2026-01-05";
const exercises = Object.values(clinical.exercises);
const protocols = Object.values(clinical.protocols);
const allClearances = clearanceKeys.map((key) => ({ key, status: "granted" as const }));
const reasonFor = (protocol: string, n: number, exercise: string) =>
  loadContent()
    .protocols[protocol]?.phases.find((phase) => phase.n === n)
    ?.lines.find((line) => line.exercise === exercise)?.overrideReason;
const rank = (severity: Severity) => severities.indexOf(severity);

describe("every exercise × protocol × phase × week × clearances of the shipped content", () => {
  const lines = exercises.map(({ id }) => ({ exercise: id, dosage: {} }));

  it.each(
    protocols.flatMap((protocol) =>
      protocol.phases.map((phase) => ({ protocol, phase, name: `${protocol.id} ${phase.n}` })),
    ),
  )("$name: nothing that the content forbids gets past block", ({ protocol, phase }) => {
    const wrong: string[] = [];
    for (let week = 0; week <= 60; week += 1) {
      for (const clearances of [[], allClearances]) {
        const day = week * 7;
        const result = review(
          { protocol: protocol.id, anchor, today: addDays(anchor, day), phase: phase.n, clearances, lines },
          clinical,
        );
        result.lines.forEach(({ exercise: id, verdict, findings }) => {
          const exercise = clinical.exercises[id];
          const earliest = exercise?.earliest[protocol.id];
          const isBlocked = exercise?.tags.some(({ tag, region }) =>
            phase.blockedTags.some(
              (other) => other.tag === tag && (!other.region || !region || other.region === region),
            ),
          );
          const needs = isBlocked || earliest?.clearance;
          const isForbidden =
            !exercise ||
            !earliest ||
            earliest.rule === "AVOID" ||
            (earliest.day !== null && day < earliest.day) ||
            (needs && clearances.length === 0);
          const isIndividual = earliest?.rule === "NEVER_WITHOUT_CLEARANCE";
          if (isForbidden && verdict !== "block") wrong.push(`${id} week ${week}: ${verdict}`);
          if (isIndividual && rank(verdict) < rank("override")) wrong.push(`${id} week ${week}: ${verdict}`);
          if (!needs && findings.some(({ rule }) => rule === "clearance-missing"))
            wrong.push(`${id}: needs no clearance`);
        });
        if (day < phase.dayStart && result.verdict !== "block") wrong.push(`phase open in week ${week}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("every line of the shipped templates", () => {
  const templateLines = protocols.flatMap((protocol) =>
    protocol.phases.flatMap((phase, index) =>
      phase.lines.map((line) => ({ protocol, phase, line, before: protocol.phases[index - 1]?.lines ?? [] })),
    ),
  );

  it("may be prescribed on its first day, with its clearances, after a quiet week, or gives its reason", () => {
    const wrong = templateLines.flatMap(({ protocol, phase, line, before }) => {
      const key = clinical.exercises[line.exercise]?.clearanceKey;
      const keys = [...phase.entryClearances, ...(key ? [key] : [])];
      const { lines, findings } = review(
        {
          protocol: protocol.id,
          anchor,
          today: addDays(anchor, line.availableFromDay),
          phase: phase.n,
          clearances: keys.map((key) => ({ key, status: "granted" })),
          previous: before,
          weekWithoutTriageAboveNormal: true,
          lines: [line],
        },
        clinical,
      );
      const met = [...findings, ...(lines[0]?.findings ?? [])];
      return met
        .filter(
          ({ severity }) =>
            severity === "block" || (severity === "override" && !reasonFor(protocol.id, phase.n, line.exercise)),
        )
        .map(({ rule }) => `${protocol.id} ${phase.n} ${line.exercise}: ${rule}`);
    });
    expect(wrong).toEqual([]);
  });

  it("says that it requires a clearance exactly when one could be missing", () => {
    const wrong = templateLines.filter(({ protocol, phase, line }) => {
      const exercise = clinical.exercises[line.exercise];
      const { tracks } = tracksOf({ protocol: protocol.id, anchor, today: anchor, phase: phase.n }, clinical);
      return !exercise || !tracks[0] || needsClearance(tracks[0], exercise) !== line.requiresClearance;
    });
    expect(wrong.map(({ protocol, line }) => `${protocol.id} ${line.exercise}`)).toEqual([]);
  });

  it.each(protocols)("$id can be signed whole on the day before it begins", (protocol) => {
    const lines = protocol.phases.flatMap((phase) =>
      phase.lines.map(({ exercise, dosage }) => ({ exercise, dosage, phase: phase.n })),
    );
    const result = signing({ protocol: protocol.id, anchor, today: addDays(anchor, -1), phase: 1, lines }, clinical);
    expect(result.lines.filter(({ heldBack }) => !heldBack)).toEqual([]);
    expect(result.verdict).not.toBe("block");
  });
});

describe("keys of the exercises", () => {
  it("every exercise that moves, loads, impacts, reaches overhead or immerses has a key that only a surgeon grants", () => {
    const surgical = [
      "FLEXION",
      "EXTENSION",
      "ROTATION",
      "LATERAL_FLEXION",
      "IMPACT",
      "LOADED_LIFTING",
      "OVERHEAD",
      "WATER_IMMERSION",
    ];
    const wrong = exercises.filter(
      ({ tags, clearanceKey }) =>
        clearanceKey === "PT_SUPERVISED_START" && tags.some(({ tag }) => surgical.includes(tag)),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const day = fc.integer({ min: -20, max: 420 }).map((days) => addDays(anchor, days));
const dosage: fc.Arbitrary<Dosage> = fc.record({
  sets: optional(fc.integer({ min: 1, max: 6 })),
  reps: optional(fc.integer({ min: 1, max: 30 })),
  holdSec: optional(fc.integer({ min: 1, max: 60 })),
  durationMin: optional(fc.integer({ min: 1, max: 60 })),
  perDay: optional(fc.integer({ min: 1, max: 4 })),
  perWeek: optional(fc.integer({ min: 1, max: 7 })),
  loadKg: optional(fc.integer({ min: 0, max: 40 })),
});
const line = fc.record({ exercise: fc.constantFrom(...exercises.map(({ id }) => id)), dosage });
const restriction = fc.record({
  kind: fc.constantFrom(...restrictionKinds),
  from: optional(day),
  until: optional(day),
  region: optional(fc.constantFrom(...regions)),
  kg: fc.integer({ min: 0, max: 20 }),
  minutes: fc.integer({ min: 1, max: 60 }),
});
const clearance = fc.record({
  key: fc.constantFrom(...clearanceKeys),
  status: fc.constantFrom("granted" as const, "limited" as const, "denied" as const),
  from: optional(day),
  until: optional(day),
  limits: optional(
    fc.record({
      maxMinutes: optional(fc.integer({ min: 1, max: 60 })),
      maxKg: optional(fc.integer({ min: 0, max: 40 })),
    }),
  ),
});
const condition = fc.constantFrom(...conditions);
const known = fc
  .constantFrom(...protocols)
  .chain((protocol) =>
    fc.record({ protocol: fc.constant(protocol.id), phase: fc.constantFrom(...protocol.phases.map(({ n }) => n)) }),
  );
const other = fc.oneof(
  fc.constantFrom(...protocols.map(({ id }) => id)),
  fc.record({ at: known, anchor: optional(day) }).map(({ at, anchor: own }) => ({ ...at, anchor: own })),
);
const situation: fc.Arbitrary<ReviewInput> = fc
  .record({
    at: known,
    today: day,
    alsoProtocols: fc.array(other, { maxLength: 1 }),
    restrictions: fc.array(restriction, { maxLength: 2 }),
    clearances: fc.array(clearance, { maxLength: 4 }),
    conditions: fc.array(condition, { maxLength: 2 }),
    hold: fc.boolean(),
    previous: fc.array(line, { maxLength: 4 }),
    weekWithoutTriageAboveNormal: fc.boolean(),
    shiftDays: fc.integer({ min: 0, max: 42 }),
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
  })
  .map(({ at, ...rest }) => ({ ...at, anchor, ...rest }));

/** The verdicts of the program and of each of its lines. */
function ranks(input: ReviewInput): number[] {
  const { verdict, lines } = review(input, clinical);
  return [verdict, ...lines.map((reviewed) => reviewed.verdict)].map(rank);
}

function expectNoMilder(before: ReviewInput, after: ReviewInput) {
  const now = ranks(after);
  ranks(before).forEach((was, index) => expect(now[index]).toBeGreaterThanOrEqual(was));
}

describe("for any person and program", () => {
  const runs = { numRuns: 500 };

  it("one more restriction never makes a verdict milder", () => {
    fc.assert(
      fc.property(situation, restriction, (input, extra) =>
        expectNoMilder(input, { ...input, restrictions: [...(input.restrictions ?? []), extra] }),
      ),
      runs,
    );
  });

  it("one more condition never makes a verdict milder", () => {
    fc.assert(
      fc.property(situation, condition, (input, extra) =>
        expectNoMilder(input, { ...input, conditions: [...(input.conditions ?? []), extra] }),
      ),
      runs,
    );
  });

  it("one more protocol never makes a verdict milder", () => {
    fc.assert(
      fc.property(situation, other, (input, extra) =>
        expectNoMilder(input, { ...input, alsoProtocols: [...(input.alsoProtocols ?? []), extra] }),
      ),
      runs,
    );
  });

  it("a later timeline never makes a verdict milder", () => {
    fc.assert(
      fc.property(situation, fc.integer({ min: 1, max: 60 }), (input, more) =>
        expectNoMilder(input, { ...input, shiftDays: (input.shiftDays ?? 0) + more }),
      ),
      runs,
    );
  });

  it("one more live clearance never makes a verdict worse", () => {
    fc.assert(
      fc.property(situation, clearance, (input, extra) =>
        expectNoMilder(
          {
            ...input,
            clearances: [...(input.clearances ?? []), { ...extra, status: "granted", from: null, until: null }],
          },
          input,
        ),
      ),
      runs,
    );
  });

  it("a later day never brings too-early back", () => {
    const early = (input: ReviewInput) =>
      review(input, clinical).lines.map(({ findings }) => findings.some(({ rule }) => rule === "too-early"));
    fc.assert(
      fc.property(situation, fc.integer({ min: 1, max: 200 }), (input, days) => {
        const now = early(input);
        early({ ...input, today: addDays(input.today, days) }).forEach((later, index) =>
          expect(later && !now[index]).toBe(false),
        );
      }),
      runs,
    );
  });

  it("a line held back has no block on its first day with its clearances, and the verdict is the worst of its findings", () => {
    const program = situation.chain((input) =>
      fc.record({
        input: fc.constant(input),
        phases: fc.array(fc.constantFrom(...(clinical.protocols[input.protocol]?.phases ?? []).map(({ n }) => n)), {
          minLength: input.lines.length,
          maxLength: input.lines.length,
        }),
      }),
    );
    fc.assert(
      fc.property(program, ({ input, phases }) => {
        const lines = input.lines.map((prescribed, index) => ({ ...prescribed, phase: phases[index] ?? input.phase }));
        const { lines: signed } = signing({ ...input, lines }, clinical);
        signed.forEach(({ verdict, findings, heldBack, phase, exercise }) => {
          expect(rank(verdict)).toBe(Math.max(0, ...findings.map(({ severity }) => rank(severity))));
          if (!heldBack) return;
          const granted = heldBack.keys.map((key) => ({ key, status: "granted" as const }));
          const then = review(
            {
              ...input,
              phase,
              today: addDays(anchor, heldBack.day),
              clearances: [...(input.clearances ?? []), ...granted],
              lines: lines.filter((prescribed) => prescribed.phase === phase),
            },
            clinical,
          );
          const blocked = then.lines.filter(
            (reviewed) => reviewed.exercise === exercise && reviewed.verdict === "block",
          );
          expect(blocked).toEqual([]);
        });
      }),
      runs,
    );
  });
});
