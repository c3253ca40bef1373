import { useFormatter, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { Actor } from "@/lib/access/actor";
import type { OwnProgram } from "@/lib/records/today/load-own-program";
import { CallLinks } from "../../_components/call-links";

/** The treatment is over: what the care team says, the summary, whom to call. */
export function EndedCard({
  ended,
  program,
  clinic: { phone, emergencyNumber },
}: {
  ended: NonNullable<OwnProgram["ended"]>;
  program: Pick<OwnProgram, "advice">;
  clinic: Actor["clinic"];
}) {
  const t = useTranslations("myProgram.ended");
  const format = useFormatter();
  return (
    <>
      <Card title={t(`title.${ended.as}`)}>
        <div className="grid gap-3">
          <p>
            {t("on", { date: format.dateTime(new Date(ended.on), "dateWords") })} {t(`body.${ended.as}`)}
          </p>
          {program.advice === null ? null : (
            <section>
              <h3 className="text-16 font-semibold text-ink-2">{t("advice")}</h3>
              <p className="mt-1 whitespace-pre-line">{program.advice}</p>
            </section>
          )}
          <LinkButton href={`/my/program/summary/${ended.episodeId}`} isWide variant="primary">
            {t("read")}
          </LinkButton>
        </div>
      </Card>
      <Card>
        <div className="grid gap-3">
          <p>{t("noCheckIn")}</p>
          <p>{t("call")}</p>
          <CallLinks emergencyNumber={emergencyNumber} phone={phone} />
        </div>
      </Card>
    </>
  );
}
