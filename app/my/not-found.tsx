import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";

/**
 * Also for what belongs to somebody else: what may not be seen does not exist. Without the frame, as the page for what failed: Next writes it into
 * every page of the patient.
 */
export default function PatientNotFound() {
  const t = useTranslations("errors.notFound");
  return (
    <main className="mx-auto grid max-w-patient gap-4 px-4 py-8 text-18" data-audience="patient" id="main">
      <title>{`${t("title")} · Phasewise`}</title>
      <h1 className="text-26 font-bold tracking-tight">{t("title")}</h1>
      <p>{t("body")}</p>
      <LinkButton href="/my/today" isWide variant="primary">
        {t("action")}
      </LinkButton>
    </main>
  );
}
