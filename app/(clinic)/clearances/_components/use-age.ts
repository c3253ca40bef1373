import { useTranslations } from "next-intl";

/** How long ago an instant (ISO) lies: minutes under an hour, hours under two days, then days. */
export function useAge(now: Date) {
  const t = useTranslations("clearances");
  const age = (since: string): string => {
    const minutes = Math.max(0, Math.floor(hoursSince(since, now) * 60));
    if (minutes < 60) return t("age.minutes", { n: minutes });
    const hours = Math.floor(minutes / 60);
    return hours < 48 ? t("age.hours", { n: hours }) : t("age.days", { n: Math.floor(hours / 24) });
  };
  return { t, age };
}

export function hoursSince(since: string, now: Date): number {
  return (now.getTime() - new Date(since).getTime()) / 3_600_000;
}
