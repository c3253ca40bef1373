import { useEffect, useEffectEvent } from "react";
import { readEntry, steppedEntry } from "@/lib/draft/dosage-entry";
import type { Builder } from "./builder-context";
import { storedDraft } from "./draft/draft-snapshot";

/** After so many turns the browser has compiled what it runs. */
const turns = 30;
/** What one turn may take of an idle moment. */
const turnMs = 8;

/** What a key in a cell sets going, run on the draft as it stands and thrown away. */
function rehearse({ draft, judge }: Builder): void {
  judge(draft.lines);
  for (const { dosage } of draft.lines.slice(0, 3)) {
    steppedEntry("dose", dosage, 1);
    readEntry("perDay", "1", dosage);
  }
  storedDraft({ ...draft, lines: draft.lines.slice(0, 3).map((line) => ({ ...line })) });
}

/** Runs in idle moments after the page has opened what a key will run: the first one does not wait until the browser has compiled it. */
export function useRehearsal(builder: Builder): void {
  const turn = useEffectEvent(() => rehearse(builder));
  useEffect(() => {
    if (!("requestIdleCallback" in window)) return;
    let left = turns;
    let waiting = 0;
    const go = (idle: IdleDeadline) => {
      while (left > 0 && idle.timeRemaining() > turnMs) {
        turn();
        left -= 1;
      }
      if (left > 0) waiting = requestIdleCallback(go);
    };
    waiting = requestIdleCallback(go);
    return () => cancelIdleCallback(waiting);
  }, []);
}
