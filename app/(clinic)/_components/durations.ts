import type { useTranslations } from "next-intl";

const minute = 60_000;

/** "45 min", "1 h 30 min", "14 h", "2 d": as much as one needs to know of how long something waits. */
export function durationInWords(milliseconds: number, t: ReturnType<typeof useTranslations<"patientRecord">>): string {
  const minutes = Math.max(0, Math.floor(milliseconds / minute));
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return t("duration.minutes", { minutes });
  if (hours < 6 && minutes % 60 > 0) return t("duration.hoursMinutes", { hours, minutes: minutes % 60 });
  if (hours < 48) return t("duration.hours", { hours });
  return t("duration.days", { days: Math.floor(hours / 24) });
}
