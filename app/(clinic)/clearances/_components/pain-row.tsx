import { useFormatter, useTranslations } from "next-intl";
import { meanDecimal } from "@/lib/i18n/decimals";
import type { Evidence } from "@/lib/records/clearances/evidence";
import { EvidenceRow, type RowProps } from "./evidence-row";

/** Pain before sessions: the week's mean, its change, the worst in a session, and the last 14 days. */
export function PainRow({ evidence: { pain }, timeZone }: RowProps) {
  const t = useTranslations("clearances.evidence");
  const format = useFormatter();
  const { mean, worstDuring, lastAt } = pain;
  return (
    <EvidenceRow
      end={
        lastAt === null ? null : t("lastAnswer", { when: format.dateTime(new Date(lastAt), "dayTime", { timeZone }) })
      }
      main={
        <>
          <strong className="font-semibold">
            {mean === null ? t("painNone") : t("painMean", { mean: meanDecimal(mean) })}
          </strong>
          <div className="text-ink-3">
            <Change pain={pain} />
            {worstDuring === null ? null : ` ${t("worst", { n: worstDuring })}`}
          </div>
        </>
      }
      second={<PainPicture points={pain.points} />}
      term={t("pain")}
    />
  );
}

function Change({ pain: { mean, meanBefore } }: { pain: Evidence["pain"] }) {
  const t = useTranslations("clearances.evidence");
  if (mean === null) return null;
  if (meanBefore === null) return t("painNoBefore");
  const by = Math.round((mean - meanBefore) * 10) / 10;
  if (by === 0) return t("painSame");
  return t(by < 0 ? "painLess" : "painMore", { by: meanDecimal(Math.abs(by)) });
}

/** Always 0–10; a day without an answer is a gap. */
function PainPicture({ points }: { points: Evidence["pain"]["points"] }) {
  const t = useTranslations("clearances.evidence");
  const placed = points.map((value, index) =>
    value === null ? null : { x: (16 + index * 16.6).toFixed(1), y: (41 - 3.6 * value).toFixed(1) },
  );
  const path = placed
    .map((point, index) => (point === null ? "" : `${placed[index - 1] ? "L" : "M"}${point.x} ${point.y}`))
    .join("");
  const label = t("painPicture", { values: points.map((value) => value ?? t("none")).join(", ") });
  return (
    <svg aria-label={label} className="w-full max-w-90" role="img" viewBox="0 0 240 46">
      <path className="stroke-edge opacity-60" d="M14 41H240M14 23H240M14 5H240" strokeDasharray="1.5 3" />
      <g className="fill-ink-3 text-12">
        <text x="0" y="9">
          10
        </text>
        <text x="0" y="45">
          0
        </text>
      </g>
      <path className="fill-none stroke-pain" d={path} strokeLinejoin="round" strokeWidth="2" />
      {placed.map((point) =>
        point === null ? null : <circle className="fill-pain" cx={point.x} cy={point.y} key={point.x} r="2.2" />,
      )}
    </svg>
  );
}
