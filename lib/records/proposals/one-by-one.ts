import type { Finding } from "@/lib/clinical/finding";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors";

/** What became of one of several drafts. `changed`: it is no longer as it was read. `failed`: nothing was written, and nobody knows why. */
export type OneOutcome =
  | { programId: string; outcome: "done"; number: number | null }
  | { programId: string; outcome: "refused"; reason: string; findings: Finding[] }
  | { programId: string; outcome: "changed" | "gone" | "incomplete" | "failed" };

/** Does the same to each, in its own transaction, one after the other: what is refused keeps no other from being done. */
export async function oneByOne<Draft extends { programId: string }>(
  drafts: readonly Draft[],
  act: (draft: Draft) => Promise<number | null>,
): Promise<OneOutcome[]> {
  const outcomes: OneOutcome[] = [];
  for (const draft of drafts) {
    try {
      outcomes.push({ programId: draft.programId, outcome: "done", number: await act(draft) });
    } catch (error) {
      outcomes.push(outcomeOf(draft.programId, error));
    }
  }
  return outcomes;
}

function outcomeOf(programId: string, error: unknown): OneOutcome {
  if (error instanceof Refused) {
    return { programId, outcome: "refused", reason: error.reason, findings: [...error.findings] };
  }
  if (error instanceof Conflict) return { programId, outcome: "changed" };
  if (error instanceof NotFound) return { programId, outcome: "gone" };
  if (error instanceof Invalid) return { programId, outcome: "incomplete" };
  // What was done before it stands, and has to be told.
  process.stderr.write(`proposals: ${error instanceof Error ? error.name : "unknown"}\n`);
  return { programId, outcome: "failed" };
}
