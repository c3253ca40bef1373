import { useTranslations } from "next-intl";

/** The source id that marks a number nobody has confirmed. */
export const unverifiedSource = "background, unverified";

/** Stands beside a number that nobody has confirmed. The meaning is read aloud and stands in the tooltip. */
export function UnverifiedMark() {
  const t = useTranslations("status.unverified");
  return (
    <span
      className="inline-flex min-h-4.5 items-center rounded-3 border border-dashed border-edge px-1 text-12 text-ink-2"
      title={t("meaning")}
    >
      {t("word")}
      <span className="sr-only">. {t("meaning")}</span>
    </span>
  );
}
