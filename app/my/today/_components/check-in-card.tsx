import { useTranslations } from "next-intl";
import type { SessionPart } from "@/components/shell/patient-shell";
import { AppLink } from "@/components/ui/app-link";
import { lastMarkedSession, nextUp } from "@/lib/check-in/next-up";
import { followUpDue } from "@/lib/clinical/follow-up";
import type { Today } from "@/lib/records/today/load-today";
import { DayPart } from "./day-part";
import { FollowUpCard } from "./follow-up-card";

type CardProps = { part: SessionPart; today: Today; now: Date; timeZone: string };

/** What to answer next: what yesterday left open, before the exercises, right after them, or some hours later. */
export function CheckInCard({ part, today, now, timeZone }: CardProps) {
  const followUp = followUpDue(today.told, { at: now.getTime(), today: today.day }, today.fewHours);
  const clock = { today: today.day, timeZone };
  const next = nextOf(part, today);
  const isOnly = next === "nothing";
  if (followUp.state !== "none" && followUp.onDay !== today.day) {
    return (
      <>
        <FollowUpCard clock={clock} followUp={followUp} isPrimary={isOnly} />
        <Next next={next} part={part} today={today} />
      </>
    );
  }
  return (
    <>
      <Next next={next} part={part} today={today} />
      {isOnly ? <FollowUpCard clock={clock} followUp={followUp} isPrimary={part !== "exercises"} /> : null}
    </>
  );
}

/** A session that has begun is finished before anything is asked about it some hours later; several a day are each asked about once. */
function nextOf(part: SessionPart, { lines, checkIns }: Today): "before" | "after" | "nothing" {
  if (part === "checkIn") return "before";
  const asked = checkIns.filter(({ stage }) => stage === "after").length;
  const begun = Math.max(0, ...lines.map(({ marks }) => lastMarkedSession(marks) ?? 0));
  return begun > asked ? "after" : "nothing";
}

function Next({ next, part, today }: { next: ReturnType<typeof nextOf>; part: SessionPart; today: Today }) {
  const t = useTranslations("patient.today");
  if (next === "before") {
    return (
      <DayPart
        is="next"
        action={t("checkIn")}
        body={t(today.lines.length > 0 ? "checkInBody" : "checkInOnly")}
        href="/my/today/check-in"
        isPrimary
        title={t("checkInTitle")}
      />
    );
  }
  if (next === "after") {
    // Of several times a day each is a session: it is over when the next one is for later.
    const isWaitedFor = part === "afterwards" || nextUp(today.lines)?.isLater === true;
    return (
      <DayPart
        is="next"
        action={t("after")}
        body={t("afterBody")}
        href="/my/today/check-in?stage=after"
        isPrimary={isWaitedFor}
        title={t("afterTitle")}
      />
    );
  }
  return (
    <>
      {part === "afterwards" ? <p className="font-semibold">{t("allDone")}</p> : null}
      <p className="flex flex-wrap items-center gap-x-2 text-16 text-ink-2">
        {t("checkedIn")}
        <AppLink className="link inline-flex min-h-11 items-center" href="/my/today/check-in">
          {t("checkAgain")}
        </AppLink>
      </p>
    </>
  );
}
