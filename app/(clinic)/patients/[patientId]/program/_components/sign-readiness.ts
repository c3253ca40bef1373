import type { Severity } from "@/lib/clinical/finding";
import { useBuilder } from "./builder-context";
import { useBuilderScreen } from "./builder-screen";

/** What stands between a draft and its signature. */
export type SignReadiness = {
  /** Lines by their verdict; a line held back is no block. */
  counts: Record<Severity, number>;
  blocked: number;
  missingReasons: number;
  /** Values that could not be saved. */
  refused: number;
  /** The line that stands in the way: the first that is blocked, else the first whose reason is missing, else the first with a value not saved. */
  firstInTheWay: string | null;
};

export function useSignReadiness(): SignReadiness {
  const { draft, judgedOf } = useBuilder();
  const { refused, errors } = useBuilderScreen();
  const judged = draft.lines.map((line) => ({ line, found: judgedOf(line.id) }));
  const isBlocked = ({ found }: (typeof judged)[number]) => found?.verdict === "block" && !found.heldBack;
  const lacksReason = ({ line, found }: (typeof judged)[number]) =>
    !line.overrideReason && found?.findings.some(({ severity }) => severity === "override");
  const wrong = [...refused.values()];
  const unsaved = (id: string) => wrong.filter(({ line }) => line === id).length + Object.keys(errors[id] ?? {}).length;
  const firstUnsaved = draft.lines.find(({ id }) => unsaved(id) > 0);
  const counts = { clear: 0, caution: 0, override: 0, block: 0 };
  for (const { found } of judged) if (found && !found.heldBack) counts[found.verdict] += 1;
  return {
    counts,
    blocked: counts.block,
    missingReasons: judged.filter(lacksReason).length,
    refused: draft.lines.reduce((sum, { id }) => sum + unsaved(id), Object.keys(errors["draft"] ?? {}).length),
    firstInTheWay: (judged.find(isBlocked) ?? judged.find(lacksReason))?.line.id ?? firstUnsaved?.id ?? null,
  };
}
