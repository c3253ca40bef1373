import { Shape } from "@/components/clinical/shape";
import { Card } from "@/components/ui/card";

/** A clearance that waits for its decision, in the page's language. */
export type WaitingRow = { name: string; words: string; isAgain: boolean };

/** What waits, each with who decides. */
export function WaitingCard({ title, rows }: { title: string; rows: readonly WaitingRow[] }) {
  return (
    <Card isFlush title={title}>
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
    </Card>
  );
}
