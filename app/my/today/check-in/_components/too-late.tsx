import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import type { ClinicContact } from "@/lib/check-in/result";
import { CallLinks } from "../../../_components/call-links";

/** A day has passed, or it was corrected already: how it is now is a new report, what was wrong is said on the telephone. */
export function TooLate({
  clinic,
  why,
}: {
  clinic: Pick<ClinicContact, "phone" | "emergencyNumber">;
  why: "tooLate" | "corrected";
}) {
  const t = useTranslations("patient.checkIn.tooLate");
  return (
    <>
      <title>{`${t("title")} · Phasewise`}</title>
      <h1 className="pt-4 text-26 font-bold tracking-tight">{t("title")}</h1>
      <p>{t(why === "corrected" ? "corrected" : "body")}</p>
      <CallLinks emergencyNumber={clinic.emergencyNumber} phone={clinic.phone} />
      <LinkButton className="mt-auto" href="/my/today/check-in" isWide variant="primary">
        {t("new")}
      </LinkButton>
    </>
  );
}
