import { useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";

/** Stands where a clinic of its own cannot sign programs yet, with the way to what is missing. */
export function DefaultsBanner({ areReviewed }: { areReviewed: boolean }) {
  const t = useTranslations("settings.banner");
  if (areReviewed) return null;
  return (
    <Notice
      actions={<LinkButton href="/settings/review">{t("link")}</LinkButton>}
      shape={<Shape name="caution" />}
      title={t("title")}
      tone="warn"
    >
      {t("body")}
    </Notice>
  );
}
