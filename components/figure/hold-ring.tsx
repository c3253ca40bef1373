import type { Held } from "@/lib/figure/timing";

/** A ring that fills when the figure reaches the held pose and empties while it holds. Decoration of the words beside it. */
export function HoldRing({ held: { from, to }, seconds }: { held: Held; seconds: number }) {
  const times = [0, from, from, to, 1].map((share) => String(Math.round(share * 1000) / 1000)).join(";");
  return (
    <svg aria-hidden="true" className="size-6 flex-none -rotate-90" viewBox="0 0 24 24">
      <circle className="fill-none stroke-sunken stroke-4" cx={12} cy={12} r={9} />
      <circle
        className="fill-none stroke-accent stroke-4"
        cx={12}
        cy={12}
        pathLength={1}
        r={9}
        strokeDasharray="1 1"
        strokeDashoffset={1}
      >
        <animate
          attributeName="stroke-dashoffset"
          dur={`${String(Math.round(seconds * 100) / 100)}s`}
          keyTimes={times}
          repeatCount="indefinite"
          values="1;1;0;1;1"
        />
      </circle>
    </svg>
  );
}
