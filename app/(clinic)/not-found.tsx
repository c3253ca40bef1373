import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shell/page-header";
import { LinkButton } from "@/components/ui/link-button";

/** Also for a record that the reader may not see: what may not be seen does not exist. The shell stays around it. */
export default function ClinicNotFound() {
  const t = useTranslations("errors.notFound");
  return (
    <>
      <title>{`${t("title")} · Phasewise`}</title>
      <PageHeader title={t("title")} />
      <div className="grid justify-items-start gap-3 px-6 max-md:px-4">
        <p className="text-ink-2">{t("body")}</p>
        <LinkButton href="/" variant="primary">
          {t("action")}
        </LinkButton>
      </div>
    </>
  );
}
