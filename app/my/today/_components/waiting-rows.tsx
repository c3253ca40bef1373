"use client";

import { Shape } from "@/components/clinical/shape";

/** A clearance that waits for its decision, in the page's language. */
export type WaitingRow = { name: string; words: string; isAgain: boolean };

/** Drawn from its code, as `ExerciseRows`. */
export function WaitingRows({ rows }: { rows: readonly WaitingRow[] }) {
  return (
    <ul>
      {rows.map(({ name, words, isAgain }) => (
        <li className="flex items-start gap-3 border-t border-line px-4 py-2.5" key={name}>
          <Shape className="mt-0.5" name={isAgain ? "under-review" : "requested"} size={22} />
          <div className="min-w-0">
            <p className="font-semibold">{name}</p>
            <p className="text-16 text-ink-2">{words}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
