import { useTranslations } from "next-intl";

/** What was done of a day's list. Held: the program was paused. */
export type DayState = "all" | "part" | "missed" | "rest" | "held";

const sizes = { row: { w: 8, pitch: 10, h: 13 }, large: { w: 12, pitch: 15, h: 18 } } as const;

/** One cell a day, oldest first: full, half, cross, dot, bars. The percent of the prescribed days stands beside it. */
export function DayCells({ days, size = "row" }: { days: readonly DayState[]; size?: keyof typeof sizes }) {
  const t = useTranslations("status.days");
  const { w, pitch, h } = sizes[size];
  const total = Math.max(days.length * pitch - (pitch - w), w);
  return (
    <>
      <svg aria-hidden="true" className="block flex-none" height={h} viewBox={`0 0 ${total} ${h}`} width={total}>
        {days.map((day, index) => (
          <g key={index} transform={`translate(${index * pitch} 0)`}>
            <DayCell day={day} h={h} w={w} />
          </g>
        ))}
      </svg>
      <span className="sr-only">
        {t("label", { count: days.length, values: days.map((day) => t(day)).join(", ") })}
      </span>
    </>
  );
}

/** One cell, drawn in an `svg` at its origin. */
export function DayCell({ day, w, h }: { day: DayState; w: number; h: number }) {
  const box = { height: h - 1, rx: 1.5, width: w - 1, x: 0.5, y: 0.5 };
  const [left, right, top, bottom] = [w / 2 - 2, w / 2 + 2, h / 2 - 2.5, h / 2 + 2.5];
  switch (day) {
    case "all":
      return <rect className="fill-accent" height={h} rx="1.5" width={w} />;
    case "part":
      return (
        <>
          <rect {...box} className="fill-none stroke-edge" />
          <rect className="fill-accent" height={h / 2} rx="1.5" width={w} y={h / 2} />
        </>
      );
    case "missed":
      return (
        <>
          <rect {...box} className="fill-none stroke-edge" />
          <path
            className="stroke-ink-2"
            d={`M${left} ${top}L${right} ${bottom}M${right} ${top}L${left} ${bottom}`}
            strokeLinecap="round"
            strokeWidth="1.2"
          />
        </>
      );
    case "rest":
      return <circle className="fill-edge" cx={w / 2} cy={h / 2} r="1.3" />;
    case "held":
      return (
        <>
          <rect {...box} className="fill-warn-tint stroke-warn-mark" />
          <path
            className="stroke-warn-mark"
            d={`M${w / 2 - 1.5} ${top}V${bottom}M${w / 2 + 1.5} ${top}V${bottom}`}
            strokeWidth="1.3"
          />
        </>
      );
  }
}
