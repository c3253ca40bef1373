import { performance } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import type { Clearance } from "@/lib/clinical/clearance";
import { addDays } from "@/lib/clinical/days";
import { clearanceKeys, type ExerciseFacts, type PhaseFacts } from "@/lib/clinical/facts";
import { review } from "@/lib/clinical/review";
import { loadContent } from "@/prisma/content/load";

const { clinical } = loadContent();
const anchor = "2026-01-05";
const weeks = Array.from({ length: 61 }, (_, week) => week);
const everyKey: Clearance[] = clearanceKeys.map((key) => ({ key, status: "granted" }));
const exercises = Object.values(clinical.exercises);

/**
 * What the content forbids, read from the content alone and not from the rules: the oracle of the enumeration. Null: nothing stands against it.
 */
function forbidden(
  { earliest, tags, clearanceKey }: ExerciseFacts,
  protocol: string,
  phase: PhaseFacts,
  day: number,
  isCleared: boolean,
): string | null {
  const placed = earliest[protocol];
  if (!placed || placed.rule === "AVOID") return "avoid";
  if (placed.day !== null && day < placed.day) return "too-early";
  if (day < phase.dayStart) return "phase-not-reached";
  const isBlocked = phase.blockedTags.some((blocked) =>
    tags.some(
      ({ tag, region }) =>
        tag === blocked.tag && (region === null || blocked.region === null || region === blocked.region),
    ),
  );
  if ((placed.clearance || isBlocked) && !isCleared) return `clearance-missing: ${clearanceKey}`;
  return null;
}

describe.each(Object.values(clinical.protocols))("every exercise in $id", (protocol) => {
  it("is blocked where the content forbids it, in every phase and week, cleared or not", () => {
    const [begun, wrong] = [performance.now(), new Set<string>()];
    let count = 0;
    for (const phase of protocol.phases) {
      for (const week of weeks) {
        for (const isCleared of [false, true]) {
          const lines = exercises.map(({ id, defaultDosage }) => ({ exercise: id, dosage: defaultDosage }));
          const today = addDays(anchor, week * 7);
          const clearances = isCleared ? everyKey : [];
          const answer = review({ protocol: protocol.id, anchor, today, phase: phase.n, clearances, lines }, clinical);
          const isPhaseTooEarly = answer.findings.some(({ rule }) => rule === "phase-not-reached");
          if (week * 7 < phase.dayStart && answer.verdict !== "block")
            wrong.add(`phase ${phase.n} open in week ${week}`);
          answer.lines.forEach(({ verdict, exercise, findings }, index) => {
            count += 1;
            const facts = exercises[index];
            if (facts?.id !== exercise) throw new Error(`${exercise} is out of order`);
            const isOpen = verdict !== "block" && !isPhaseTooEarly;
            const why = forbidden(facts, protocol.id, phase, week * 7, isCleared);
            if (why !== null && isOpen) wrong.add(`${exercise}, phase ${phase.n}, week ${week}: open though ${why}`);
            if (why === null && findings.some(({ rule }) => rule === "clearance-missing")) {
              wrong.add(`${exercise}, phase ${phase.n}, week ${week}: asks for a clearance that the content does not`);
            }
            if (facts.earliest[protocol.id]?.rule === "NEVER_WITHOUT_CLEARANCE" && isOpen && verdict !== "override") {
              wrong.add(`${exercise}, phase ${phase.n}, week ${week}: ${verdict} without an individual decision`);
            }
          });
        }
      }
    }
    const seconds = (performance.now() - begun) / 1000;
    process.stdout.write(`${protocol.id}: ${count} reviews in ${seconds.toFixed(1)} s\n`);
    expect([...wrong]).toEqual([]);
    expect(count).toBe(exercises.length * protocol.phases.length * weeks.length * 2);
  });
});
