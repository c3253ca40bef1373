import { useEffect, useEffectEvent, useState } from "react";
import type { LibraryRow } from "@/lib/records/library/search-library";
import type { SearchLibraryInput } from "@/lib/schemas/library";
import { searchLibraryAction } from "@/app/(clinic)/library/actions";

/** While typing goes on nothing is asked. */
const pauseMs = 120;
/** A wait that is longer shows. */
const slowMs = 300;

export type LibrarySearch = {
  /** Of the last answer; older ones stay while a newer one is awaited. Null: none yet. */
  rows: readonly LibraryRow[] | null;
  isSlow: boolean;
  isFailed: boolean;
  again: () => void;
};

type Answered = { asked: string; rows: readonly LibraryRow[] | null; isFailed: boolean };

/** Searches the library whenever what is asked changes; an answer to an older question is dropped. `onRows` gets each answer once. */
export function useLibrarySearch(
  input: SearchLibraryInput,
  onRows: (rows: readonly LibraryRow[]) => void,
): LibrarySearch {
  const [attempt, setAttempt] = useState(0);
  const [answered, setAnswered] = useState<Answered>({ asked: "", rows: null, isFailed: false });
  const [slow, setSlow] = useState("");
  const asked = JSON.stringify({ input, attempt });

  const ask = useEffectEvent(async (question: string, isCurrent: () => boolean) => {
    const result = await searchLibraryAction(input).catch(() => null);
    if (!isCurrent()) return;
    if (result?.status !== "done") {
      setAnswered((before) => ({ ...before, asked: question, isFailed: true }));
      return;
    }
    setAnswered({ asked: question, rows: result.value, isFailed: false });
    onRows(result.value);
  });

  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => void ask(asked, () => isCurrent), pauseMs);
    const waiting = setTimeout(() => setSlow(asked), pauseMs + slowMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      clearTimeout(waiting);
    };
  }, [asked]);

  const isWaiting = answered.asked !== asked;
  return {
    rows: answered.rows,
    isSlow: isWaiting && slow === asked,
    isFailed: !isWaiting && answered.isFailed,
    again: () => setAttempt((count) => count + 1),
  };
}
