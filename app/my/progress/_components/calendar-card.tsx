import { useFormatter, useTranslations } from "next-intl";
import { DayCell } from "@/components/clinical/day-cells";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { dateOf, type Day } from "@/lib/dates";
import type { Calendar, CalendarDay, DoneOfDay } from "@/lib/records/today/calendar";

const legend = ["all", "part", "rest", "held", "open"] as const;
const cell = { w: 20, h: 20 };

/** The last weeks day by day: a table whose cells say in words what their shapes show. Reward is for showing up; nothing is called missed. */
export function CalendarCard({ calendar, today }: { calendar: Calendar; today: Day }) {
  const t = useTranslations("myRecord.progress");
  const { weeks, activeDays, inARow } = calendar;
  const shown = new Set(weeks.flat().map((day) => day?.done));
  return (
    <Card title={t("days")}>
      <p>
        {t("active", { count: activeDays })} {inARow < 3 ? null : t("inARow", { count: inARow })}
      </p>
      <table className="mt-3 w-full max-w-[32rem] table-fixed border-separate border-spacing-y-1 text-center text-16">
        <caption className="sr-only">{t("daysOf")}</caption>
        <WeekdayRow week={weeks[0] ?? []} />
        <tbody>
          {weeks.map((week, index) => (
            <tr key={index}>
              {week.map((day, place) =>
                day === null ? <td key={place} /> : <DayOfCalendar day={day} isToday={day.on === today} key={place} />,
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-16 text-ink-2">
        {legend
          .filter((done) => shown.has(done))
          .map((done) => (
            <li className="flex items-center gap-2" key={done}>
              <DoneShape done={done} />
              {t(`done.${done}`)}
            </li>
          ))}
        <li className="flex items-center gap-2">
          <Icon name="check" size={18} />
          {t("checkIn")}
        </li>
      </ul>
    </Card>
  );
}

/** The days of the week, from Monday. */
function WeekdayRow({ week }: { week: Calendar["weeks"][number] }) {
  const format = useFormatter();
  return (
    <thead>
      <tr>
        {week.map((day, place) => (
          <th className="pb-1 font-medium text-ink-3" key={place} scope="col">
            {day === null ? null : (
              <>
                <span aria-hidden="true">{format.dateTime(dateOf(day.on), { weekday: "narrow" })}</span>
                <span className="sr-only">{format.dateTime(dateOf(day.on), { weekday: "long" })}</span>
              </>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function DayOfCalendar({ day: { on, done, hasCheckIn }, isToday }: { day: CalendarDay; isToday: boolean }) {
  const t = useTranslations("myRecord.progress");
  const format = useFormatter();
  const words = [t(`done.${done}`), ...(hasCheckIn ? [t("checkIn")] : [])];
  return (
    <td className="align-top">
      <span className="sr-only">
        {isToday ? `${t("today")}, ` : null}
        {format.dateTime(dateOf(on), "dayMonthWords")}: {words.join(", ")}
      </span>
      <span
        aria-hidden="true"
        className={`mx-auto grid max-w-11 justify-items-center gap-0.5 rounded-6 py-1 ${isToday ? "border-2 border-accent font-bold" : "border-2 border-transparent"}`}
      >
        {format.dateTime(dateOf(on), { day: "numeric" })}
        <DoneShape done={done} />
        <span className="h-4.5">{hasCheckIn ? <Icon name="check" size={18} /> : null}</span>
      </span>
    </td>
  );
}

function DoneShape({ done }: { done: DoneOfDay }) {
  const { w, h } = cell;
  return (
    <svg aria-hidden="true" className="block flex-none" height={h} viewBox={`0 0 ${w} ${h}`} width={w}>
      {done === "none" ? null : done === "open" ? (
        <rect className="fill-none stroke-edge" height={h - 1} rx="3" width={w - 1} x="0.5" y="0.5" />
      ) : (
        <DayCell day={done} h={h} w={w} />
      )}
    </svg>
  );
}
