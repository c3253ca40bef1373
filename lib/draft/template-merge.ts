import type { DraftLine } from "@/lib/schemas/program";
import type { TemplateLine } from "@/lib/schemas/template";
import { mergeLine } from "./merge-line";
import { areSameLines } from "./same";

/** What a therapist did by hand and a newer version of the template does not undo. */
export type KeptByHand = Pick<DraftLine, "exercise" | "phase"> & {
  /** `changed`: where the template changed it too, or has dropped it; `removed`: what the template still takes at the start. */
  what: "changed" | "added" | "removed";
};

export type TemplateMerge = {
  lines: DraftLine[];
  kept: KeptByHand[];
  /** The phases with lines that somebody took, changed, added or removed by hand. */
  handPhases: number[];
  /** Whether any line differs from the program's own. */
  isChange: boolean;
};

/**
 * A newer version of a template brought into a program: what the therapist changed, added, removed or took of the alternatives by hand stays;
 * everything else follows the template. A line that nobody touched goes where the template drops it; what the template takes at the start anew is added.
 * @param base every line of the version by which the program runs
 * @param mine the program's own lines
 * @param theirs every line of the newer version
 * @param newId makes the id of a line that is added
 */
export function mergeTemplate(
  base: readonly TemplateLine[],
  mine: readonly DraftLine[],
  theirs: readonly TemplateLine[],
  newId: () => string,
): TemplateMerge {
  const [bases, news] = [byName(base), byName(theirs)];
  const origins = new Map(base.map((line) => [line.id, line]));
  const kept: KeptByHand[] = [];
  const hands = new Set<number>();
  const has = new Set(mine.map(nameOf));
  const used = new Set<TemplateLine>();
  const lines = mine.flatMap((line): DraftLine[] => {
    const origin = line.templateLineId === null ? undefined : origins.get(line.templateLineId);
    const now = news.get(nameOf(origin ?? line));
    const origined = { ...line, templateLineId: news.get(nameOf(line))?.id ?? null };
    if (!origin) {
      hands.add(line.phase);
      kept.push(keptLine(line, "added"));
      return [origined];
    }
    used.add(origin);
    const isUntouched = origin.starting && isAsItWas(origin, line);
    if (!isUntouched) hands.add(line.phase).add(origin.phase);
    if (!now || (origin.starting && !now.starting)) {
      if (isUntouched) return [];
      if (!origin.starting) {
        kept.push(keptLine(line, "added"));
        return [origined];
      }
      kept.push(keptLine(line, "changed"));
      return [origined];
    }
    const { line: merged, conflicts } = mergeLine(
      asLine(origin, line),
      { ...line, templateLineId: now.id },
      asLine(now, line),
    );
    if (conflicts.length > 0) kept.push(keptLine(line, "changed"));
    else if (!now.starting) kept.push(keptLine(line, "added"));
    return [{ ...merged, templateLineId: news.get(nameOf(merged))?.id ?? null }];
  });
  const added = theirs
    .filter((line) => line.starting && !has.has(nameOf(line)))
    .flatMap((line): DraftLine[] => {
      const before = bases.get(nameOf(line));
      if (before && used.has(before)) return [];
      if (before?.starting) {
        hands.add(line.phase);
        kept.push(keptLine(line, "removed"));
        return [];
      }
      const { phase, exercise, dosage, overrideReason } = line;
      return [{ id: newId(), phase, exercise, dosage, noteToPatient: null, overrideReason, templateLineId: line.id }];
    });
  const merged = [...lines, ...added].toSorted((a, b) => a.phase - b.phase);
  const isChange = !areSameLines(withoutOrigins(merged), withoutOrigins(mine));
  return { lines: merged, kept, handPhases: [...hands], isChange };
}

type Phase = { n: number; dayStart: number; dayEndExclusive: number | null; name: { en: string } };

/**
 * Whether a phase means the same in both versions: it is there, does not begin only after the days of the earlier one, and where its days are
 * others it has kept its name. Otherwise a number would move a patient, or a line, to another stage without a decision.
 */
export function carriesPhase(base: readonly Phase[], theirs: readonly Phase[], of: number): boolean {
  const [was, now] = [base, theirs].map((phases) => phases.find(({ n }) => n === of));
  if (!was || !now) return false;
  if (was.dayEndExclusive !== null && now.dayStart >= was.dayEndExclusive) return false;
  return (was.dayStart === now.dayStart && was.dayEndExclusive === now.dayEndExclusive) || was.name.en === now.name.en;
}

function nameOf({ phase, exercise }: Pick<DraftLine, "phase" | "exercise">): string {
  return `${phase} ${exercise}`;
}

function byName(lines: readonly TemplateLine[]): Map<string, TemplateLine> {
  return new Map(lines.map((line) => [nameOf(line), line]));
}

function keptLine({ exercise, phase }: Pick<DraftLine, "exercise" | "phase">, what: KeptByHand["what"]): KeptByHand {
  return { exercise, phase, what };
}

/** A template's line as the program's own line would be, had nobody touched it. */
function asLine(
  { phase, exercise, dosage, overrideReason }: TemplateLine,
  { id, templateLineId }: DraftLine,
): DraftLine {
  return { id, phase, exercise, dosage, noteToPatient: null, overrideReason, templateLineId };
}

function isAsItWas(origin: TemplateLine, line: DraftLine): boolean {
  return areSameLines([asLine(origin, line)], [line]);
}

function withoutOrigins(lines: readonly DraftLine[]): DraftLine[] {
  return lines.map((line) => ({ ...line, templateLineId: null }));
}
