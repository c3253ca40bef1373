import { useTranslations } from "next-intl";

/** Names the two marks that cross each other: the mean line and the worst-during rings. */
export function ChartLegend({
  audience,
  hasWorst,
  isNarrow,
  left,
  text,
  y,
}: {
  audience: "clinician" | "patient";
  hasWorst: boolean;
  isNarrow: boolean;
  left: number;
  text: number;
  y: number;
}) {
  const t = useTranslations("charts.pain");
  const mean = t("mean", { audience });
  // Beside each other where there is room, one below the other on a phone.
  const second = isNarrow ? { x: left, y: y + text * 1.6 } : { x: left + 40 + mean.length * text * 0.54, y };
  return (
    <g>
      <path className="stroke-pain" d={`M${left} ${y - text / 3}h18`} strokeLinecap="round" strokeWidth="2.4" />
      <text className="fill-pain" fontWeight="600" x={left + 26} y={y}>
        {mean}
      </text>
      {hasWorst ? (
        <g>
          <circle
            className="fill-surface stroke-pain-2"
            cx={second.x + 9}
            cy={second.y - text / 3}
            r="3"
            strokeWidth="1.3"
          />
          <text x={second.x + 26} y={second.y}>
            {t("worst", { audience })}
          </text>
        </g>
      ) : null}
    </g>
  );
}
