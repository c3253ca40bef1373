import { useFormatter, useTranslations } from "next-intl";
import type { OverrideAuthor } from "@/lib/records/programs/override-authors";

/** Who signed an override first, and when: "P. Sandpiper, Nov 5, 09:12, revision 2"; before any signature it says so. */
export function useAuthorWords(timeZone: string): (author: OverrideAuthor | null | undefined) => string {
  const t = useTranslations("program.overrideAuthor");
  const format = useFormatter();
  return (author) => {
    if (!author) return t("unsigned");
    const { number, signedName: name, signedAt } = author;
    return t("signed", { number, name, at: format.dateTime(new Date(signedAt), "dayTime", { timeZone }) });
  };
}
