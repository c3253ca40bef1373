import { byPhase } from "@/lib/draft/change-draft";
import type { Draft } from "@/lib/draft/draft";
import { mergeDrafts, type DraftMerge, type MergeChoices } from "@/lib/draft/merge-drafts";
import { isSameDraft, isSameLine } from "@/lib/draft/same";
import {
  editedLineSchema,
  mostLines,
  type DraftEnd,
  type DraftPerson,
  type StandingDraft,
} from "@/lib/schemas/program";
import type { DraftErrors } from "./draft-errors";
import type { DraftCopy } from "./local-copy";

/** The draft as the page was opened with it. */
export type OpenedDraft = Draft & { version: number; changedBy: string };

/** What has become of the latest change. */
export type SaveState = "saved" | "changed" | "saving" | "failed" | "invalid" | "conflict" | "signedOut" | "ended";

/** Something came into the draft that was not done here: a colleague's changes, or one's own from before the page was closed. */
export type DraftNote = { kind: "merged"; by: string; exercises: string[] } | { kind: "restored" };
/** Both changed the same: by whom, and what there is to choose. */
export type DraftDispute = Pick<DraftMerge, "conflicts" | "start"> & { by: string };
/** Changes that cannot be saved any more, with what they were made from. */
export type LeftOver = { base: Draft; draft: Draft };

/** The draft of an open page as the screen shows it. */
export type DraftSnapshot = {
  draft: Draft;
  canUndo: boolean;
  canRedo: boolean;
  state: SaveState;
  isSaved: boolean;
  /** The version that the server has; sign this one. */
  version: number;
  conflict: DraftDispute | null;
  note: DraftNote | null;
  errors: DraftErrors;
  others: readonly DraftPerson[];
  ended: DraftEnd | null;
  leftOver: LeftOver | null;
};

/** What there is to choose between mine and what stands. */
export function disputeOf(base: Draft, mine: Draft, standing: StandingDraft): DraftDispute {
  const { conflicts, start } = mergeDrafts(base, storedDraft(mine), draftOf(standing));
  return { conflicts, start, by: standing.changedBy };
}

/** Mine brought together with what stands: whether something waits for a choice, what the draft becomes, and a word about what came in. */
export function broughtTogether(base: Draft, draft: Draft, now: StandingDraft, choices: MergeChoices) {
  const [mine, theirs] = [storedDraft(draft), draftOf(now)];
  const merge = mergeDrafts(base, mine, theirs, choices);
  const exercises = differingExercises(mine, merge.draft);
  const isNews = exercises.length > 0 || mine.startPhase !== merge.draft.startPhase;
  const note: DraftNote | null = isNews ? { kind: "merged", by: now.changedBy, exercises } : null;
  return {
    isOpen: merge.conflicts.length > 0 || merge.start !== null,
    /** Null where mine stays as it is. */
    changed: isSameDraft(mine, merge.draft) ? null : merge.draft,
    /** All that is here stands there already: an answer that got lost. */
    isAllSaved: isSameDraft(mine, theirs),
    note,
  };
}

/**
 * Where a copy of an earlier page belongs: to a draft that has ended (`elsewhere`), nowhere because it was saved after all (`known`), into what
 * stands now (`merged`), or before its person, because the same was changed since (`disputed`).
 */
export function placeOf(
  left: DraftCopy,
  follows: number | null,
  now: Draft,
): { kind: "elsewhere" | "known" | "merged" | "disputed"; draft: Draft } {
  if (left.follows !== follows) return { kind: "elsewhere", draft: left.draft };
  const { draft, conflicts, start } = mergeDrafts(left.base, left.draft, now);
  if (conflicts.length > 0 || start !== null) return { kind: "disputed", draft: left.draft };
  return { kind: isSameDraft(draft, now) ? "known" : "merged", draft };
}

/** The draft that stands on the server, as it is edited. */
export function draftOf({ startPhase, lines }: Pick<StandingDraft, "startPhase" | "lines">): Draft {
  return { startPhase, lines: byPhase(lines) };
}

/** As the server would store it, where it can be stored: typing that is not finished is no difference. */
export function storedDraft(draft: Draft): Draft {
  const lines = draft.lines.map(storedLine);
  return lines.length <= mostLines && lines.every((line) => line !== null) ? { ...draft, lines } : draft;
}

type Line = Draft["lines"][number];
/** A line never changes, another takes its place: after a key only the one that it was pressed in is read anew. */
const storedLines = new WeakMap<Line, Line | null>();

/** Null where the line cannot be stored. */
function storedLine(line: Line): Line | null {
  const known = storedLines.get(line);
  if (known !== undefined) return known;
  const stored = editedLineSchema.safeParse(line).data ?? null;
  storedLines.set(line, stored);
  return stored;
}

/** The exercises of the lines that are not the same in both. */
export function differingExercises(a: Draft, b: Draft): string[] {
  const [before, after] = [linesById(a), linesById(b)];
  return [...new Map([...before, ...after])].flatMap(([id, line]) => {
    const [old, now] = [before.get(id), after.get(id)];
    return old && now && isSameLine(old, now) ? [] : [line.exercise];
  });
}

function linesById({ lines }: Draft): Map<string, Draft["lines"][number]> {
  return new Map(lines.map((line) => [line.id, line]));
}
