import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/clinical/days";
import { review } from "@/lib/clinical/review";
import { signing } from "@/lib/clinical/signing";
import { startingDosages } from "@/lib/clinical/starting-dosage";
import type { ClearanceKey } from "@/lib/clinical/facts";
import { loadContent } from "@/prisma/content/load";

const { clinical, protocols } = loadContent();
const anchor = "2026-01-01";
const granted = (keys: readonly ClearanceKey[]) =>
  [...new Set(keys)].map((key) => ({ key, status: "granted" as const }));

const phases = Object.values(protocols).flatMap((protocol) =>
  protocol.phases.map((phase, i) => ({
    protocol,
    phase,
    before: protocol.phases[i - 1]?.lines ?? [],
    name: `${protocol.id}, phase ${phase.n}`,
  })),
);

/** The days on which the content lets something begin or end; what the rules answer stays the same between them. */
const turns = new Set([
  ...Object.values(clinical.exercises).flatMap(({ earliest }) => Object.values(earliest).map(({ day }) => day)),
  ...phases.flatMap(({ phase }) => [phase.dayStart, phase.dayEndExclusive]),
  ...phases.flatMap(({ phase }) => phase.lines.map(({ availableFromDay }) => availableFromDay)),
]);
/** Such a day, the day before it, or a day a week after another. */
const isTurning = (day: number): boolean => day % 7 === 0 || turns.has(day) || turns.has(day + 1);

describe.each(phases)("the template of $name", ({ protocol, phase, before }) => {
  it.each(phase.lines)("$exercise opens on its day with the clearances it names", (line) => {
    const { verdict, lines } = review(
      {
        protocol: protocol.id,
        anchor,
        today: addDays(anchor, line.availableFromDay),
        phase: phase.n,
        clearances: granted([...phase.entryClearances, ...(line.clearanceKey ? [line.clearanceKey] : [])]),
        previous: before,
        weekWithoutTriageAboveNormal: true,
        lines: [line],
      },
      clinical,
    );
    const severest = line.overrideReason ? ["clear", "caution", "override"] : ["clear", "caution"];
    expect(severest, JSON.stringify(lines)).toContain(verdict);
  });
});

describe.each(phases)("a program that starts in $name", ({ protocol, phase }) => {
  const starting = protocol.phases
    .filter(({ n }) => n >= phase.n)
    .flatMap(({ n, lines }) =>
      lines
        .filter((line) => line.starting)
        .map(({ exercise, dosage }) => ({
          exercise,
          dosage,
          phase: n,
          rampGroup: clinical.exercises[exercise]?.rampGroup ?? null,
        })),
    );
  const dosages = startingDosages(starting, phase.n);
  const lines = starting.map((line, i) => ({ ...line, dosage: dosages[i] ?? line.dosage }));
  const lastDay = (phase.dayEndExclusive ?? phase.dayStart + 365) + 28;
  const days = Array.from({ length: lastDay - phase.dayStart }, (_, i) => phase.dayStart + i).filter(isTurning);

  it("can be signed on every day on which something turns with no reason to write, whether or not its clearances are decided", () => {
    for (const day of days) {
      for (const clearances of [[], granted(phase.entryClearances)]) {
        const input = { protocol: protocol.id, anchor, today: addDays(anchor, day), phase: phase.n, clearances, lines };
        const signed = signing(input, clinical);
        const unsigned = signed.lines.filter(
          ({ verdict, heldBack, findings }) =>
            (verdict === "block" && !heldBack) || findings.some(({ severity }) => severity === "override"),
        );
        expect(unsigned, `day ${day}`).toEqual([]);
        expect(["clear", "caution"], `day ${day}`).toContain(signed.verdict);
      }
    }
  });

  it("asks for at most 6 exercises on one day", () => {
    const ofPhase = starting.filter((line) => line.phase === phase.n);
    expect(ofPhase.length).toBeGreaterThanOrEqual(3);
    expect(ofPhase.length).toBeLessThanOrEqual(6);
  });
});
