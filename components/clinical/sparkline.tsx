import { useTranslations } from "next-intl";

/**
 * Pain before sessions, one value a day, oldest first. Always 0–10; a day without an answer (null) is a gap. The values are hidden
 * text; the last one must stand beside it.
 */
export function Sparkline({ values, width = 66 }: { values: readonly (number | null)[]; width?: number }) {
  const t = useTranslations("status.spark");
  const step = (width - 8) / Math.max(values.length - 1, 1);
  const points = values.map((value, index) =>
    value === null ? null : { x: (3 + index * step).toFixed(1), y: (31 - 2.8 * value).toFixed(1) },
  );
  const path = points
    .map((point, index) => (point === null ? "" : `${points[index - 1] ? "L" : "M"}${point.x} ${point.y}`))
    .join("");
  const last = points.findLast((point) => point !== null);
  const lonely = points.filter((point, index) => point !== null && !points[index - 1] && !points[index + 1]);
  return (
    <>
      <svg aria-hidden="true" className="block flex-none" height="34" viewBox={`0 0 ${width} 34`} width={width}>
        <path className="stroke-edge opacity-50" d={`M0 31H${width}`} />
        <path className="stroke-edge opacity-60" d={`M0 17H${width}`} strokeDasharray="1.5 3" />
        <path
          className="fill-none stroke-pain"
          d={path}
          strokeLinecap="round"
          strokeLinejoin="round"
          strokeWidth="1.6"
        />
        {lonely.map((point) =>
          point ? <circle className="fill-pain" cx={point.x} cy={point.y} key={point.x} r="1.2" /> : null,
        )}
        {last ? <circle className="fill-pain" cx={last.x} cy={last.y} r="2.4" /> : null}
      </svg>
      <span className="sr-only">
        {t("label", { days: values.length, values: values.map((value) => value ?? t("none")).join(", ") })}
      </span>
    </>
  );
}
