import { useFormatter, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { LinkButton } from "@/components/ui/link-button";
import type { TodayHold } from "@/lib/check-in/result";
import { daysBetween } from "@/lib/clinical/days";
import { dayIn } from "@/lib/dates";
import { needsSignIn } from "@/lib/offline/rules";
import type { OfflinePlan } from "@/lib/schemas/offline-plan";
import type { Network } from "./use-network";

type AgedPlan = Pick<OfflinePlan, "madeAt"> & {
  person: Pick<OfflinePlan["person"], "name">;
  clinic: Pick<OfflinePlan["clinic"], "timeZone">;
};

/**
 * Above every part of the shell: whose plan it is (a phone may have two people, and a session that has ended says nothing), that there is no network and, unless a stop stands, that one can go on; how old the plan is, what waits to be sent;
 * then that it is back.
 */
export function OfflineNote({
  network,
  plan,
  waiting,
  now,
  hold,
  isShort,
  href,
}: {
  network: Network;
  plan: AgedPlan;
  waiting: number;
  now: Date;
  hold: TodayHold | null;
  /** Beside something that is filled in or done: only what must be known there. */
  isShort: boolean;
  /** The page that the server has for this place. */
  href: string;
}) {
  const t = useTranslations("patient.offline");
  const age = useAge(plan, now);
  const isBack = network.state === "back";
  const isAway = network.state === "away";
  const isSignedOut = isBack && waiting > 0 && needsSignIn(network.answers);
  const words = [
    ...(hold?.isUnsent === true ? [t("shellNotTold")] : []),
    ...(isAway ? [t(hold === null ? "shellGoOn" : "shellSendLater")] : []),
    ...(isAway && (age.isOld || !isShort) ? age.words : []),
    ...(network.state === "sending" && waiting > 0 ? [t("shellSending")] : []),
    ...(isBack && network.answers.size > 0 && waiting === 0 ? [t("shellSent")] : []),
    ...(isSignedOut ? [t("shellSignedOut", { count: waiting })] : []),
    ...(network.state !== "sending" && !isSignedOut && waiting > 0 && !isShort
      ? [t("shellWaiting", { count: waiting })]
      : []),
  ];
  return (
    <Notice
      actions={
        isBack ? (
          <LinkButton href={isSignedOut ? "/sign-in" : href}>
            {t(isSignedOut ? "shellSignIn" : "shellFresh")}
          </LinkButton>
        ) : undefined
      }
      isLive
      shape={<Icon name={isBack ? "wifi" : "offline"} size={22} />}
      title={t(isBack ? "shellBack" : "shellOffline")}
    >
      <p>{t("shellWhose", { name: plan.person.name })}</p>
      {words.length === 0 ? null : <p>{words.join(" ")}</p>}
    </Notice>
  );
}

/** Of which day the plan is; of another day than today it may be overtaken. */
function useAge({ madeAt, clinic: { timeZone } }: AgedPlan, now: Date): { words: string[]; isOld: boolean } {
  const t = useTranslations("patient.offline");
  const format = useFormatter();
  const made = new Date(madeAt);
  const days = daysBetween(dayIn(timeZone, made), dayIn(timeZone, now));
  if (days > 0) return { words: [t("shellAgeDays", { days }), t("shellAgeOld")], isOld: true };
  const time = format.dateTime(made, { timeZone, hour: "numeric", minute: "2-digit", hour12: true });
  // The sentence around it ends with a stop of its own: "8:10 a. m."
  return { words: [t("shellAgeToday", { time: time.replace(/\.$/, "") })], isOld: false };
}
