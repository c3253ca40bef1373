import type { PhaseForm } from "@/lib/schemas/template-phase";
import type { TemplateFacts, TemplateLine, TemplatePhaseFacts } from "@/lib/schemas/template";

type Draft = { facts: TemplateFacts; lines: readonly TemplateLine[] };

/** The facts with one phase as its form says; its entry waits for its first day. The phases beside it follow where the form says so. */
export function withPhase(facts: TemplateFacts, n: number, { moveNeighbours, ...form }: PhaseForm): TemplateFacts {
  const { dayStart, dayEndExclusive } = form;
  const phases = facts.phases.map((phase): TemplatePhaseFacts => {
    if (phase.n === n) return { ...phase, ...form, entryCriteria: { ...form.entryCriteria, minDay: dayStart } };
    if (!moveNeighbours) return phase;
    if (phase.n === n - 1) return { ...phase, dayEndExclusive: dayStart };
    return phase.n === n + 1 && dayEndExclusive !== null ? beginningOn(phase, dayEndExclusive) : phase;
  });
  return { ...facts, phases };
}

/** A new phase from a day on, with entry, limits and tags of the phase that it is taken from: nothing opens by it. Lines of later phases go along. */
export function withPhaseAfter(
  { facts, lines }: Draft,
  after: number,
  { name, dayStart }: { name: TemplatePhaseFacts["name"]; dayStart: number },
): { facts: TemplateFacts; lines: TemplateLine[] } {
  const phases = facts.phases.flatMap((phase) => {
    if (phase.n < after) return [phase];
    if (phase.n > after) return [{ ...phase, n: phase.n + 1 }];
    const added = { ...beginningOn(phase, dayStart), n: after + 1, name };
    return [{ ...phase, dayEndExclusive: dayStart }, added];
  });
  return {
    facts: { ...facts, phases },
    lines: lines.map((line) => (line.phase > after ? { ...line, phase: line.phase + 1 } : line)),
  };
}

/**
 * The draft without a phase. The phase before takes its days, of the first phase the next one. Lines that go to a phase which has their exercise
 * already are left out, and none of them is taken by an assignment there.
 */
export function withoutPhase(
  { facts, lines }: Draft,
  n: number,
  to: "before" | "after" | "remove",
): { facts: TemplateFacts; lines: TemplateLine[] } {
  const gone = facts.phases.find((phase) => phase.n === n);
  const rest = facts.phases.filter((phase) => phase.n !== n);
  const phases = rest.map((phase) => {
    const renamed = { ...phase, n: phase.n > n ? phase.n - 1 : phase.n };
    if (!gone) return renamed;
    if (phase.n === n - 1) return { ...renamed, dayEndExclusive: gone.dayEndExclusive };
    return n === 1 && phase.n === 2 ? beginningOn(renamed, gone.dayStart) : renamed;
  });
  const target = to === "before" ? n - 1 : n + 1;
  const there = new Set(lines.flatMap(({ phase, exercise }) => (phase === target ? [exercise] : [])));
  const moved = lines.flatMap((line) => {
    if (line.phase !== n) return [line];
    if (to === "remove" || there.has(line.exercise)) return [];
    return [{ ...line, phase: target, starting: false, startReason: null }];
  });
  return {
    facts: { ...facts, phases },
    lines: moved
      .map((line) => (line.phase > n ? { ...line, phase: line.phase - 1 } : line))
      .toSorted((a, b) => a.phase - b.phase),
  };
}

function beginningOn(phase: TemplatePhaseFacts, dayStart: number): TemplatePhaseFacts {
  return { ...phase, dayStart, entryCriteria: { ...phase.entryCriteria, minDay: dayStart } };
}
