import { useTranslations } from "next-intl";
import type { Actor } from "@/lib/access/actor";
import { Card } from "@/components/ui/card";
import type { OwnProgram } from "@/lib/records/today/load-own-program";
import { CallLinks } from "../../_components/call-links";

/** All steps are done: what now, and whom to call. */
export function CompletedCard({
  program: { therapist, surgeon },
  clinic: { phone, emergencyNumber },
}: {
  program: Pick<OwnProgram, "therapist" | "surgeon">;
  clinic: Actor["clinic"];
}) {
  const t = useTranslations("myProgram.completed");
  return (
    <Card title={t("title")}>
      <div className="grid gap-3">
        <p>{t("body", { name: therapist ?? surgeon })}</p>
        <p>{t("call")}</p>
        <CallLinks emergencyNumber={emergencyNumber} phone={phone} />
      </div>
    </Card>
  );
}
