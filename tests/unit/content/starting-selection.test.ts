import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/clinical/days";
import { clearanceKeys } from "@/lib/clinical/facts";
import type { Situation } from "@/lib/clinical/prescription";
import { signing, type SigningResult } from "@/lib/clinical/signing";
import { loadContent } from "@/prisma/content/load";

const { clinical, exercises, protocols } = loadContent();
const anchor = "2026-01-01";
const everyClearance = clearanceKeys.map((key) => ({ key, status: "granted" as const }));

type Protocol = (typeof protocols)[string];
type Phase = Protocol["phases"][number];

const startingOf = (phase: Phase | undefined) => (phase?.lines ?? []).filter(({ starting }) => starting);
const isGaitOrAerobic = (id: string) =>
  exercises[id]?.category === "AEROBIC" || clinical.exercises[id]?.rampGroup === "walking";

const phases = Object.values(protocols).flatMap((protocol) =>
  protocol.phases.map((phase, i) => ({
    protocol,
    phase,
    before: protocol.phases[i - 1],
    name: `${protocol.id}, phase ${phase.n}`,
  })),
);

/** The starting selection of all phases as one program, signed on a day since the anchor. */
function signedOn(protocol: Protocol, day: number, situation: Pick<Situation, "phase"> & Partial<Situation>) {
  const lines = protocol.phases.flatMap((phase) =>
    startingOf(phase).map(({ exercise, dosage }) => ({ exercise, dosage, phase: phase.n })),
  );
  return signing({ protocol: protocol.id, anchor, today: addDays(anchor, day), ...situation, lines }, clinical);
}

/** What keeps the program from being signed as it stands: blocks that wait for nothing, and what asks for a reason. */
function against({ lines, findings }: SigningResult): string[] {
  const ofProgram = findings.filter(({ severity }) => severity === "block" || severity === "override");
  const ofLines = lines.flatMap(({ exercise, phase, heldBack, findings: met }) =>
    met
      .filter(({ severity }) => severity === "override" || (severity === "block" && !heldBack))
      .map(({ rule, severity }) => `${exercise} in phase ${phase}: ${rule} ${severity}`),
  );
  return [...ofProgram.map(({ rule }) => rule), ...ofLines];
}

describe.each(phases)("the starting selection of $name", ({ protocol, phase, before }) => {
  it("is 3 to 6 of the phase's lines, each with its reason in both languages", () => {
    const starting = startingOf(phase);
    expect(starting.length).toBeGreaterThanOrEqual(3);
    expect(starting.length).toBeLessThanOrEqual(6);
    expect(starting.filter(({ reason }) => !reason?.en || !reason.es)).toEqual([]);
    expect(starting.filter(({ overrideReason }) => overrideReason)).toEqual([]);
  });

  it("has gait or aerobic work", () => {
    expect(startingOf(phase).filter(({ exercise }) => isGaitOrAerobic(exercise))).not.toEqual([]);
  });

  it("passes on the phase's first day, after the starting selection of the phase before, with its clearances", () => {
    const result = signedOn(protocol, phase.dayStart, {
      phase: phase.n,
      clearances: everyClearance,
      previous: startingOf(before),
      weekWithoutTriageAboveNormal: true,
    });
    expect(against(result)).toEqual([]);
    expect(["clear", "caution"]).toContain(result.verdict);
  });
});

describe.each(Object.values(protocols))("the starting selection of $id", (protocol) => {
  it("can be signed whole on day 0 from phase 1, each line held back by its day, clearance or phase alone", () => {
    const result = signedOn(protocol, 0, { phase: 1 });
    expect(against(result)).toEqual([]);
    expect(["clear", "caution"]).toContain(result.verdict);
  });
});
