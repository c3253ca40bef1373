import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/clinical/days";
import { needsClearance } from "@/lib/clinical/review/need";
import { tracksOf } from "@/lib/clinical/track";
import { review, signing } from "../../support/clinical-answers";
import { loadContent } from "../../../prisma/content/load";
import { clinical } from "../../support/clinical-check-in";
import { anchor } from "../../support/clinical-content";

const exercises = Object.values(clinical.exercises);
const protocols = Object.values(clinical.protocols);
const reasonFor = (protocol: string, n: number, exercise: string) =>
  loadContent()
    .protocols[protocol]?.phases.find((phase) => phase.n === n)
    ?.lines.find((line) => line.exercise === exercise)?.overrideReason;

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
