import type { ScaleLinear } from "d3-scale";
import { toneClass, toneOf } from "../clinical/shape";
import { shapeDrawings } from "../clinical/shape-drawings";
import type { PainChartData } from "./pain-chart";

/** How high one bar with its name stands. */
export function laneHeight(text: number): number {
  return text + 8;
}

/** Clearances as bars that begin with their seal: one that waits is dotted and runs past today, one that is decided ends today or with its term. */
export function ChartClearances({
  data: { clearances = [], today, lastDay },
  x,
  text,
  top,
}: {
  data: PainChartData;
  x: ScaleLinear<number, number>;
  text: number;
  top: number;
}) {
  const [start = 0] = x.range();
  return clearances.map(({ id, name, state, fromDay, toDay }, index) => {
    const y = top + index * laneHeight(text) + laneHeight(text) / 2;
    const waits = state === "requested" || state === "returned";
    const from = x(Math.min(Math.max(fromDay, 0), lastDay));
    const to = x(Math.min(waits ? today + 7 : Math.min(toDay ?? today, today), lastDay));
    const words = name.length * text * 0.56 + 16;
    const isLeft = from - start > words;
    const bar = isLeft ? from : from + words;
    return (
      <g key={id}>
        {to > bar ? (
          <path
            className={`fill-none stroke-(--tone-mark) ${toneClass(toneOf[state])}`}
            d={`M${bar.toFixed(1)} ${y.toFixed(1)}H${to.toFixed(1)}`}
            strokeDasharray={waits ? "2 4" : undefined}
            strokeLinecap="round"
            strokeWidth="3"
          />
        ) : null}
        <circle className="fill-surface" cx={from} cy={y} r="8.5" />
        <g
          className={`shape ${toneClass(toneOf[state])}`}
          dangerouslySetInnerHTML={{ __html: shapeDrawings[state] }}
          transform={`translate(${from - 8} ${y - 8})`}
        />
        <text
          className="fill-ink-2 stroke-surface"
          paintOrder="stroke"
          strokeWidth="4"
          textAnchor={isLeft ? "end" : "start"}
          x={isLeft ? from - 13 : from + 13}
          y={y + text / 3}
        >
          {name}
        </text>
      </g>
    );
  });
}
