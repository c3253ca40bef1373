import { useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { Notice } from "@/components/ui/notice";
import type { TodayHold } from "@/lib/records/today/strictest-hold";
import { useCallTime } from "./words";

/** A stop in plain words: what stands still, who calls by when, what is still good. */
export function HoldNotice({ hold, timeZone, now }: { hold: TodayHold; timeZone: string; now: Date }) {
  const t = useTranslations("patient.hold");
  const callTime = useCallTime(timeZone);
  const when = hold.callBy === null ? null : callTime(hold.callBy, now);
  const call =
    hold.caller === null
      ? t("nobody")
      : hold.callBy === null
        ? t("callsSoon", { name: hold.caller })
        : when === null
          ? t("late", { name: hold.caller })
          : t("calls", { name: hold.caller, when });
  return (
    <Notice
      shape={<Shape name={hold.isSuspension ? "same-day" : "hold"} size={22} />}
      title={t(hold.isSuspension ? "suspended" : "paused")}
      tone={hold.isSuspension ? "stop" : "warn"}
    >
      {call} {hold.isSuspension ? t("surgeon") : null} {t(hold.easyActivityAllowed ? "easyStays" : "rest")}
    </Notice>
  );
}
