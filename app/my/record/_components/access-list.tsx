import { useFormatter, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { dateOf } from "@/lib/dates";
import type { AccessesOfDay, AccessesOfPerson } from "@/lib/records/record/group-accesses";

const timesShown = 3;

/** Who opened the record or wrote in it, by day; what they did in plain words, with the times. */
export function AccessList({ days, timeZone }: { days: readonly AccessesOfDay[]; timeZone: string }) {
  const format = useFormatter();
  return days.map(({ on, people }) => (
    <Card isFlush key={on} level={3} title={format.dateTime(dateOf(on), { ...dayFormat, year: "numeric" })}>
      <ul>
        {people.map((person) => (
          <li className="border-t border-line px-4 py-2.5" key={person.actorId}>
            <Person person={person} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </Card>
  ));
}
const dayFormat = { weekday: "long", month: "long", day: "numeric" } as const;

function Person({ person: { name, role, acts }, timeZone }: { person: AccessesOfPerson; timeZone: string }) {
  const t = useTranslations("myRecord.record");
  const format = useFormatter();
  return (
    <>
      <p>
        <strong className="font-semibold">{name}</strong>, {t(`role.${role}`)}
      </p>
      <ul className="mt-0.5 grid gap-0.5 text-16 text-ink-2">
        {acts.map(({ kind, times }) => {
          const shown = times.slice(0, timesShown).map((at) => format.dateTime(new Date(at), { timeZone, ...clock }));
          const more = times.length - shown.length;
          return (
            <li key={kind}>
              {t(`kinds.${kind}`)}: {shown.join(", ")}
              {more === 0 ? null : ` ${t("more", { count: more })}`}
            </li>
          );
        })}
      </ul>
    </>
  );
}
const clock = { hour: "numeric", minute: "2-digit", hour12: true } as const;
