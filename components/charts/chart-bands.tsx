import type { ScaleLinear } from "d3-scale";
import { useTranslations } from "next-intl";
import { shapeDrawings } from "../clinical/shape-drawings";
import type { PainChartData } from "./pain-chart";

type Place = { data: PainChartData; x: ScaleLinear<number, number>; text: number; top: number };

const fills = ["fill-phase-1", "fill-phase-2", "fill-phase-3", "fill-phase-4", "fill-phase-5", "fill-phase-6"] as const;

/** A word fits when its estimated width does: a band never cuts a name, it shows the number instead. */
function fitting(words: string, short: string, width: number, text: number): string {
  const room = width - 12;
  if (words.length * text * 0.56 <= room) return words;
  return short.length * text * 0.56 <= room ? short : "";
}

/** Phases as bands above the plot; what is still to come is a dashed outline. */
export function ChartPhases({ data, x, text, top }: Place) {
  const t = useTranslations("charts.pain");
  return (data.phases ?? []).map(({ n, name, fromDay, toDay }) => {
    const end = Math.min(toDay ?? data.lastDay, data.lastDay);
    const parts = [
      { from: fromDay, to: Math.min(end, data.today), isPlanned: false },
      { from: Math.max(fromDay, data.today), to: end, isPlanned: true },
    ].filter(({ from, to }) => to > from);
    return parts.map(({ from, to, isPlanned }) => {
      const width = x(to) - x(from) - 1.5;
      const full = `${n} ${name}`;
      const words = fitting(isPlanned ? t("planned", { name: full }) : full, String(n), width, text);
      const onPhase = n > 4 ? "fill-on-phase-deep" : "fill-on-phase";
      return (
        <g key={`${n}-${from}`}>
          <rect
            className={isPlanned ? "fill-none stroke-edge" : (fills[Math.min(n, 6) - 1] ?? "")}
            height={text + 12}
            rx="3"
            strokeDasharray="4 3"
            width={Math.max(width, 1)}
            x={x(from)}
            y={top}
          />
          <text
            className={isPlanned ? "fill-ink-3" : onPhase}
            fontWeight={isPlanned ? 400 : 600}
            x={x(from) + 7}
            y={top + text + 4}
          >
            {words}
          </text>
        </g>
      );
    });
  });
}

/** Holds: hatched, with shape, word and dates. The words stand at the side that has room. */
export function ChartHolds({
  data,
  x,
  text,
  top,
  bottom,
  hatch,
  isNarrow,
}: Place & { bottom: number; hatch: string; isNarrow: boolean }) {
  const [start, end] = x.range();
  return (
    <>
      <defs>
        <pattern height="6" id={hatch} patternTransform="rotate(45)" patternUnits="userSpaceOnUse" width="6">
          <rect className="fill-warn-tint" height="6" width="6" />
          <path className="stroke-warn-line" d="M0 0v6" strokeWidth="2.4" />
        </pattern>
      </defs>
      {(data.holds ?? []).map(({ fromDay, toDay, words }) => {
        const from = x(fromDay);
        const to = x(Math.min(toDay ?? data.today, data.lastDay));
        const width = Math.max(to - from, 4);
        const lines = isNarrow ? words.split(": ") : [words];
        const room = Math.max(...lines.map((words) => words.length)) * text * 0.56;
        const isLeft = from + width + room > (end ?? 0) && from > ((start ?? 0) + (end ?? 0)) / 2;
        const wordsX = isLeft ? from - 6 : from + width + Math.max(6, 9 - width / 2);
        return (
          <g key={fromDay}>
            <rect fill={`url(#${hatch})`} height={bottom - top} width={width} x={from} y={top} />
            <path className="stroke-warn-mark" d={`M${from} ${top}V${bottom}M${from + width} ${top}V${bottom}`} />
            <g
              className="shape tone-warn"
              dangerouslySetInnerHTML={{ __html: shapeDrawings.hold }}
              transform={`translate(${from + width / 2 - 7} ${top + 4}) scale(.875)`}
            />
            <text
              className="fill-warn-ink stroke-surface"
              fontWeight="600"
              paintOrder="stroke"
              strokeWidth="4"
              textAnchor={isLeft ? "end" : "start"}
            >
              {lines.map((line, index) => (
                <tspan key={line} x={wordsX} y={top + 4 + text + index * text * 1.25}>
                  {line}
                </tspan>
              ))}
            </text>
          </g>
        );
      })}
    </>
  );
}
