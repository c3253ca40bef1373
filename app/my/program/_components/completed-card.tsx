import { useTranslations } from "next-intl";
import type { Actor } from "@/lib/access/actor";
import { Card } from "@/components/ui/card";
import type { OwnProgram } from "@/lib/records/today/load-own-program";
import { CallLinks } from "../../_components/call-links";

/** The program is completed, in its last step or before: what now, and whom to call. */
export function CompletedCard({
  program: { state, therapist, surgeon },
  clinic: { phone, emergencyNumber },
}: {
  program: Pick<OwnProgram, "state" | "therapist" | "surgeon">;
  clinic: Actor["clinic"];
}) {
  const t = useTranslations("myProgram.completed");
  return (
    <Card title={t(state === "completed-early" ? "titleEarly" : "title")}>
      <div className="grid gap-3">
        {state === "completed-early" ? <p>{t("bodyEarly")}</p> : null}
        <p>{t("body", { name: therapist ?? surgeon })}</p>
        <p>{t("call")}</p>
        <CallLinks emergencyNumber={emergencyNumber} phone={phone} />
      </div>
    </Card>
  );
}
