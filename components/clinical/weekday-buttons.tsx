"use client";

import { useFormatter } from "next-intl";

const week = [1, 2, 3, 4, 5, 6, 7] as const;

/** The days of the week as seven switches, Monday first; `onChange` gets them in the order of the week. */
export function WeekdayButtons({
  label,
  days,
  onChange,
}: {
  label: string;
  /** 1 (Monday) to 7. */
  days: readonly number[];
  onChange: (days: number[]) => void;
}) {
  const format = useFormatter();
  const name = (day: number, weekday: "narrow" | "long") =>
    format.dateTime(new Date(Date.UTC(2024, 0, day)), { weekday, timeZone: "UTC" });
  return (
    <div aria-label={label} className="grid grid-cols-7 gap-1" role="group">
      {week.map((day) => {
        const isChosen = days.includes(day);
        return (
          <button
            aria-label={name(day, "long")}
            aria-pressed={isChosen}
            className={`grid min-h-7 place-items-center rounded-6 border text-12 ${
              isChosen
                ? "border-accent bg-accent font-semibold text-on-accent forced-color-adjust-none"
                : "border-edge bg-surface text-ink-2 hover:bg-inset"
            }`}
            key={day}
            onClick={() => onChange(week.filter((other) => (other === day ? !isChosen : days.includes(other))))}
            type="button"
          >
            {name(day, "narrow")}
          </button>
        );
      })}
    </div>
  );
}
