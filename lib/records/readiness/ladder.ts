import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/permissions";
import { addDays } from "@/lib/clinical/days";
import type { FunctionalCriterion, PhaseWithEntry } from "@/lib/clinical/entry-criteria";
import type { RegionalTag, Text } from "@/lib/clinical/facts";
import type { Readiness } from "@/lib/clinical/readiness";
import type { Day } from "@/lib/dates";
import { evidenceKindOf, type EvidenceKind } from "@/lib/schemas/evidence";
import { measures } from "@/prisma/content/bundled";
import type { JudgedProgram } from "./judge-program";
import type { LadderRow } from "./ladder-row";
import type { RecordedEvidence } from "./readiness-columns";

export type ShownCriterion = Readiness["criteria"][number] & {
  /** What a confirmation confirms, in the content's words. */
  asks: Text | null;
  test: FunctionalCriterion | null;
  /** How the test is done. */
  method: Text | null;
  /** How the reader may record it; null where it is counted, decided elsewhere, or not theirs. */
  recordAs: EvidenceKind | null;
  /** It is recorded, but by a surgeon. */
  isSurgeons: boolean;
  recorded: Pick<RecordedEvidence, "note" | "by"> | null;
};

export type LadderPhase = Omit<LadderRow["told"][number], "n"> & {
  n: number;
  /** Days since the anchor on the patient's own timeline; the last day is open in the last phase. */
  firstDay: number;
  lastDay: number | null;
  firstOn: Day;
  lastOn: Day | null;
  /** When it was begun last. */
  entered: LadderRow["entered"][number] | null;
  blockedTags: RegionalTag[];
  lines: number;
  waiting: number;
  criteria: ShownCriterion[];
  /** Whether its entry is asked about now: the next phase, and after a long hold each in which the program may go on. */
  isAsked: boolean;
};

export type Ladder = Pick<LadderRow, "id" | "version" | "holds"> & {
  state: "draft" | "active" | "held";
  /** Null before the program has begun. */
  currentPhase: number | null;
  /** Whether the current phase was begun by a step back. */
  isSteppedBack: boolean;
  phases: LadderPhase[];
  /** The phase that would begin; null in the last phase. */
  next: number | null;
  ready: boolean;
  /** Since when it stands still. */
  heldSince: Day | null;
  /** After a long hold: the proposed phase. */
  resume: number | null;
  may: Record<"advance" | "stepBack" | "complete" | "hold" | "lift" | "ask" | "keepForSurgeon", boolean>;
};

/** The phase that would begin. */
export function nextPhaseOf({ phases, next }: Ladder): LadderPhase | null {
  return phases.find(({ n }) => n === next) ?? null;
}

/** A running program as its ladder shows it to the actor. */
export function ladderOf(row: LadderRow & Pick<Ladder, "state">, judged: JudgedProgram, actor: Actor): Ladder {
  const { currentPhase, phases, next, readiness, resume } = judged;
  const shownOf = (phase: PhaseWithEntry, criteria: Readiness["criteria"]) =>
    criteria.map((criterion) => shownCriterion(criterion, phase, judged.recorded, actor));
  return {
    ...{ id: row.id, version: row.version, state: row.state, holds: row.holds, currentPhase, ready: readiness.ready },
    isSteppedBack: isStepBack(row.entered.at(-1)),
    phases: phases.map((phase, index) => {
      const again = resume?.judged.find((one) => one.phase === phase.n)?.criteria;
      return {
        ...toldOf(row, phase),
        ...daysOf(phase, phases[index + 1], judged),
        entered: row.entered.findLast(({ phase: n }) => n === phase.n) ?? null,
        lines: row.signed.find(({ phase: n }) => n === phase.n)?.lines ?? 0,
        waiting: row.signed.find(({ phase: n }) => n === phase.n)?.waiting ?? 0,
        criteria: shownOf(phase, again ?? judged.entryInto(phase.n).criteria),
        isAsked: again !== undefined || phase.n === next?.n,
      };
    }),
    next: next?.n ?? null,
    heldSince: judged.heldSince,
    resume: resume?.phase ?? null,
    may: {
      advance: may(actor.role, "phase.advance"),
      stepBack: may(actor.role, "phase.step-back"),
      complete: may(actor.role, "program.complete"),
      hold: may(actor.role, "hold.place"),
      lift: may(actor.role, "hold.lift"),
      ask: may(actor.role, "clearance.request"),
      keepForSurgeon: actor.role === "surgeon",
    },
  };
}

function isStepBack(last: LadderRow["entered"][number] | undefined): boolean {
  return last !== undefined && last.from !== null && last.phase < last.from;
}

/** @throws when the template lacks what belongs to the phase: the act stops */
function toldOf({ told }: LadderRow, { n, blockedTags }: PhaseWithEntry) {
  const known = told.find((one) => one.n === n);
  if (!known) throw new Error(`phase ${n} has no words`);
  return { ...known, blockedTags };
}

/** On the patient's own timeline: the surgeon's shift moves phases from 3 on, and with them the end of the phase before. */
function daysOf(phase: PhaseWithEntry, after: PhaseWithEntry | undefined, { anchor, shiftDays }: JudgedProgram) {
  const startOf = ({ n, dayStart }: PhaseWithEntry) => dayStart + (n >= 3 ? shiftDays : 0);
  const firstDay = startOf(phase);
  const lastDay = after ? startOf(after) - 1 : null;
  return {
    ...{ firstDay, lastDay, firstOn: addDays(anchor, firstDay) },
    lastOn: lastDay === null ? null : addDays(anchor, lastDay),
  };
}

function shownCriterion(
  criterion: Readiness["criteria"][number],
  { n, entryCriteria }: PhaseWithEntry,
  recorded: readonly RecordedEvidence[],
  { role }: Actor,
): ShownCriterion {
  const { id } = criterion;
  const kind = evidenceKindOf(id);
  const isSurgeons = kind === "healing" && role !== "surgeon";
  const known = recorded.find((one) => one.criterion === id && (one.phase === n || !id.startsWith("other:")));
  const test = entryCriteria.functional.find(({ measure }) => id === `functional:${measure}`) ?? null;
  return {
    ...criterion,
    asks: entryCriteria.other.find((_, index) => id === `other:${index + 1}`) ?? null,
    test,
    method: measures.find((measure) => measure.id === test?.measure)?.method ?? null,
    recordAs: isSurgeons || !may(role, "evidence.record") ? null : kind,
    isSurgeons,
    recorded: known ? { note: known.note, by: known.by } : null,
  };
}
