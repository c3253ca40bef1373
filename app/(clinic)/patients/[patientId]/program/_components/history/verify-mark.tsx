import { useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { StatusBadge } from "@/components/clinical/status-badges";
import { Notice } from "@/components/ui/notice";

/** Whether the digest, computed again just now, is the one that was signed. */
export function VerifyMark({ isGenuine }: { isGenuine: boolean }) {
  const t = useTranslations("program.revisions");
  return <StatusBadge shape={isGenuine ? "clear" : "block"} word={isGenuine ? t("genuine") : t("notGenuine")} />;
}

/** What a failed verification means and what to do. */
export function NotGenuine({ isGenuine }: { isGenuine: boolean }) {
  const t = useTranslations("program.revisions");
  if (isGenuine) return null;
  return (
    <Notice shape={<Shape name="block" />} title={t("notGenuine")} tone="stop">
      {t("notGenuineBody")}
    </Notice>
  );
}
