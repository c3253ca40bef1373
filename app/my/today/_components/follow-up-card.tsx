import { useFormatter, useTranslations } from "next-intl";
import type { FollowUp } from "@/lib/clinical/follow-up";
import { dayIn, type Day } from "@/lib/dates";
import { DayPart } from "./day-part";

type Clock = { today: Day; timeZone: string };

/** The questions some hours after a session, from when they are due; before it, when they come. */
export function FollowUpCard({ followUp, clock, isPrimary }: { followUp: FollowUp; clock: Clock; isPrimary: boolean }) {
  const t = useTranslations("patient.today");
  if (followUp.state === "none") return null;
  if (followUp.state === "later") return <Later at={followUp.at} clock={clock} />;
  const isToday = followUp.onDay === clock.today;
  return (
    <DayPart
      is="next"
      action={t("followUp")}
      body={t(isToday ? "followUpBody" : "followUpYesterdayBody")}
      href={`/my/today/check-in?stage=follow-up${isToday ? "" : "&of=yesterday"}`}
      isPrimary={isPrimary}
      title={t(isToday ? "followUpTitle" : "followUpYesterdayTitle")}
    />
  );
}

function Later({ at, clock: { today, timeZone } }: { at: number; clock: Clock }) {
  const t = useTranslations("patient.today");
  const format = useFormatter();
  const when = new Date(at);
  if (dayIn(timeZone, when) !== today) return <p className="text-16 text-ink-2">{t("followUpTomorrow")}</p>;
  const clock = format.dateTime(when, { timeZone, hour: "numeric", minute: "2-digit", hour12: true });
  // The sentence around it ends with a stop of its own: "a las 9:10 p. m."
  return <p className="text-16 text-ink-2">{t("followUpAt", { time: clock.replace(/\.$/, "") })}</p>;
}
