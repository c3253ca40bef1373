import { useTranslations } from "next-intl";
import { PageMissing } from "./_components/page-missing";

/** Also for what belongs to somebody else: what may not be seen does not exist. Without the frame, as the page for what failed. */
export default function PatientNotFound() {
  const t = useTranslations("errors.notFound");
  return <PageMissing action={t("action")} body={t("body")} title={t("title")} />;
}
