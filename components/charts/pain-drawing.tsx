import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import { meanDecimal } from "@/lib/i18n/decimals";
import { ChartClearances, laneHeight } from "./chart-clearances";
import { ChartHolds, ChartPhases } from "./chart-bands";
import { ChartLegend } from "./chart-legend";
import type { PainChartData } from "./pain-chart";
import { dayAfter, sevenDayMeans, weeksPerTick } from "./pain-series";

/**
 * The picture alone. `width` is the number of units across; text is 12 (16 for patients) units high, so draw it about as wide as it
 * is shown. Pain is always 0–10.
 */
export function PainDrawing({
  data,
  audience,
  width,
  label,
}: {
  data: PainChartData;
  audience: "clinician" | "patient";
  width: number;
  label: string;
}) {
  const t = useTranslations("charts.pain");
  const format = useFormatter();
  const hatch = useId();
  const text = audience === "patient" ? 16 : 12;
  const isNarrow = width < 500;
  const left = isNarrow ? text * 1.8 : text * 8;
  const right = width - (isNarrow ? 6 : 16);
  const hasPhases = (data.phases ?? []).length > 0;
  const bandTop = text + 12;
  const top = bandTop + (hasPhases ? text + 26 : 8);
  const bottom = top + (isNarrow ? 180 : 216);
  const lanes = isNarrow ? 0 : (data.clearances ?? []).length;
  const axis = lanes === 0 ? bottom : bottom + 14 + lanes * laneHeight(text);
  const height = axis + text * (isNarrow ? 6.8 : 5.2);
  const x = scaleLinear([0, Math.max(data.lastDay, 7)], [left, right]);
  const y = scaleLinear([0, 10], [bottom, top]);
  const weeks = Math.max(data.lastDay, 7) / 7;
  const step = weeksPerTick(weeks, isNarrow ? (audience === "patient" ? 3 : 5) : 8);
  const ticks = Array.from({ length: Math.floor(weeks / step) + 1 }, (_, index) => index * step);
  const means = sevenDayMeans(data.days);
  const meanPath = line<(typeof means)[number]>()
    .defined(({ mean }) => mean !== null)
    .x(({ day }) => x(day))
    .y(({ mean }) => y(mean ?? 0))
    .digits(1)(means);
  const latest = means.findLast(({ mean }) => mean !== null);
  const dots = data.days.flatMap(({ day, before }) =>
    before === null ? [] : [`M${x(day).toFixed(1)} ${y(before).toFixed(1)}h0`],
  );
  const todayX = x(Math.min(data.today, data.lastDay));
  const todayWords = isNarrow ? t("todayShort") : t("today", { day: data.today });
  const todayWidth = todayWords.length * text * 0.58 + 14;
  const todayLeft = Math.min(Math.max(todayX - todayWidth / 2, left), right - todayWidth);
  return (
    <svg
      aria-label={label}
      className="block h-auto w-full fill-ink-3"
      fontSize={text}
      role="img"
      viewBox={`0 0 ${width} ${height.toFixed(0)}`}
    >
      {data.lastDay > data.today ? (
        <rect className="fill-canvas" height={axis - bandTop} width={right - todayX} x={todayX} y={bandTop} />
      ) : null}
      {ticks.map((week, index) => (
        <g key={week} textAnchor={index === 0 && isNarrow ? "start" : "middle"}>
          <path className="stroke-line" d={`M${x(week * 7)} ${top}V${axis}`} />
          <text x={x(week * 7)} y={axis + text * 1.4}>
            {t("week", { n: week, audience })}
          </text>
          {index % 2 === 0 || !isNarrow ? (
            <text x={x(week * 7)} y={axis + text * 2.7}>
              {format.dateTime(dayAfter(data.startOn, week * 7), "day")}
            </text>
          ) : null}
        </g>
      ))}
      {[0, 5, 10].map((value) => (
        <g key={value}>
          <path className={value === 0 ? "stroke-edge" : "stroke-line"} d={`M${left} ${y(value)}H${right}`} />
          <text textAnchor="end" x={left - 8} y={y(value) + text / 3}>
            {value}
          </text>
        </g>
      ))}
      {isNarrow ? null : (
        <g className="fill-ink-2" fontWeight="600">
          <text x="0" y={y(10) + text / 3}>
            {t("axis")}
          </text>
          {hasPhases ? (
            <text x="0" y={bandTop + text + 4}>
              {t("phase")}
            </text>
          ) : null}
        </g>
      )}
      <ChartHolds bottom={bottom} isNarrow={isNarrow} data={data} hatch={hatch} text={text} top={top} x={x} />
      <ChartPhases data={data} text={text} top={bandTop} x={x} />
      {lanes === 0 ? null : (
        <>
          <text className="fill-ink-2" fontWeight="600" x="0" y={bottom + 14 + laneHeight(text) / 2 + text / 3}>
            {t("clearances")}
          </text>
          <ChartClearances data={data} text={text} top={bottom + 14} x={x} />
        </>
      )}
      <path
        className="stroke-pain opacity-50"
        d={dots.join("")}
        strokeLinecap="round"
        strokeWidth={isNarrow ? 4.5 : 3.4}
      />
      {data.days.map(({ day, worst }) =>
        worst === null || worst === undefined ? null : (
          <circle className="fill-surface stroke-pain-2" cx={x(day)} cy={y(worst)} key={day} r="3" strokeWidth="1.3" />
        ),
      )}
      <path
        className="fill-none stroke-pain"
        d={meanPath ?? ""}
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeWidth="2.4"
      />
      {data.threshold === undefined ? null : (
        <g>
          <path
            className="stroke-ink-2"
            d={`M${isNarrow ? left : Math.min(todayX, right - 160)} ${y(data.threshold.value)}H${right}`}
            strokeDasharray="5 4"
            strokeWidth="1.2"
          />
          <text
            className="fill-ink-2 stroke-surface"
            fontWeight="600"
            paintOrder="stroke"
            strokeWidth="4"
            textAnchor="end"
            x={right}
            y={y(data.threshold.value) + text + 4}
          >
            {data.threshold.words}
          </text>
        </g>
      )}
      <path className="stroke-ink" d={`M${todayX} ${bandTop - 6}V${axis}`} strokeWidth="1.4" />
      <rect className="fill-ink" height={text + 7} rx="3" width={todayWidth} x={todayLeft} y="0" />
      <text className="fill-surface" fontWeight="600" textAnchor="middle" x={todayLeft + todayWidth / 2} y={text + 0.5}>
        {todayWords}
      </text>
      {latest === undefined || latest.mean === null ? null : (
        <g>
          <circle className="fill-pain" cx={x(latest.day)} cy={y(latest.mean)} r="3.4" />
          <text
            fontWeight="700"
            paintOrder="stroke"
            className="fill-pain stroke-surface"
            strokeWidth="4"
            textAnchor={todayX > right - 40 ? "end" : "start"}
            x={todayX > right - 40 ? x(latest.day) - 8 : Math.max(x(latest.day), todayX) + 8}
            y={y(latest.mean) + (todayX > right - 40 ? text + 6 : -8)}
          >
            {meanDecimal(latest.mean)}
          </text>
        </g>
      )}
      <ChartLegend
        audience={audience}
        hasWorst={data.days.some(({ worst }) => typeof worst === "number")}
        isNarrow={isNarrow}
        left={left}
        text={text}
        y={axis + text * 4.4}
      />
    </svg>
  );
}
