import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { addDays } from "@/lib/clinical/days";
import { severities, type Severity } from "@/lib/clinical/finding";
import type { ReviewInput } from "@/lib/clinical/prescription";
import { review } from "@/lib/clinical/review";
import { signing } from "@/lib/clinical/signing";
import {
  anyClearance,
  anyCondition,
  anyOtherProtocol,
  anyRestriction,
  anySituation,
} from "../../support/clinical-arbitraries";
import { clinical } from "../../support/clinical-check-in";
import { anchor } from "../../support/clinical-content";

const rank = (severity: Severity) => severities.indexOf(severity);

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
      fc.property(anySituation, anyRestriction, (input, extra) =>
        expectNoMilder(input, { ...input, restrictions: [...(input.restrictions ?? []), extra] }),
      ),
      runs,
    );
  });

  it("one more condition never makes a verdict milder", () => {
    fc.assert(
      fc.property(anySituation, anyCondition, (input, extra) =>
        expectNoMilder(input, { ...input, conditions: [...(input.conditions ?? []), extra] }),
      ),
      runs,
    );
  });

  it("one more protocol never makes a verdict milder", () => {
    fc.assert(
      fc.property(anySituation, anyOtherProtocol, (input, extra) =>
        expectNoMilder(input, { ...input, alsoProtocols: [...(input.alsoProtocols ?? []), extra] }),
      ),
      runs,
    );
  });

  it("a later timeline never makes a verdict milder", () => {
    fc.assert(
      fc.property(anySituation, fc.integer({ min: 1, max: 60 }), (input, more) =>
        expectNoMilder(input, { ...input, shiftDays: (input.shiftDays ?? 0) + more }),
      ),
      runs,
    );
  });

  it("one more live clearance never makes a verdict worse", () => {
    fc.assert(
      fc.property(anySituation, anyClearance, (input, extra) =>
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
      fc.property(anySituation, fc.integer({ min: 1, max: 200 }), (input, days) => {
        const now = early(input);
        early({ ...input, today: addDays(input.today, days) }).forEach((later, index) =>
          expect(later && !now[index]).toBe(false),
        );
      }),
      runs,
    );
  });

  it("a line held back has no block on its first day with its clearances, and the verdict is the worst of its findings", () => {
    const program = anySituation.chain((input) =>
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
