import { useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { TodayHold } from "@/lib/check-in/result";
import { useCallTime } from "./words";

type HoldNoticeProps = { hold: TodayHold; timeZone: string; emergencyNumber: string; now: Date };

/**
 * A stop in plain words: what stands still, who calls by when or who placed it and why, what is still good. An emergency is said again until
 * somebody has lifted it.
 */
export function HoldNotice(props: HoldNoticeProps) {
  const t = useTranslations("patient.hold");
  const call = useCallSentence(props);
  const { isSuspension, isEmergency, easyActivityAllowed, checkInId, placed } = props.hold;
  return (
    <Notice
      actions={
        isEmergency && checkInId !== null ? (
          <LinkButton href={`/my/today/check-in/${checkInId}`} variant="stop">
            {t("whatToDo")}
          </LinkButton>
        ) : undefined
      }
      shape={<Shape name={isEmergency ? "emergency" : isSuspension ? "same-day" : "hold"} size={22} />}
      title={t(isSuspension ? "suspended" : "paused")}
      tone={isSuspension ? "stop" : "warn"}
    >
      {placed === null ? call : t(`why.${placed.cause}`, { name: placed.by })}{" "}
      {isSuspension ? t("surgeon") : placed === null ? null : t("team")}{" "}
      {t(easyActivityAllowed ? "easyStays" : placed === null ? "rest" : "untilThen")}
    </Notice>
  );
}

function useCallSentence({ hold, timeZone, emergencyNumber, now }: HoldNoticeProps): string {
  const t = useTranslations("patient.hold");
  const callTime = useCallTime(timeZone);
  const { caller, callBy, isEmergency } = hold;
  if (isEmergency) return t("goNow", { number: emergencyNumber });
  if (hold.isUnsent) return t("unsent");
  if (caller === null) return t("nobody");
  if (callBy === null) return t("callsSoon", { name: caller });
  const when = callTime(callBy, now);
  return when === null ? t("late", { name: caller }) : t("calls", { name: caller, when });
}
