import { useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { AppLink } from "@/components/ui/app-link";
import { LinkButton } from "@/components/ui/link-button";
import type { CheckInResult, ClinicContact } from "@/lib/check-in/result";
import { CallLinks } from "../../../../_components/call-links";
import { HoldNotice } from "../../../../_components/hold-notice";
import { useText } from "../../../../_components/words";

const shapes = { NORMAL_SORENESS: "expected", REDUCE_DOSE: "reduce", HOLD_NOTIFY_PT: "hold" } as const;

/** As expected, easier, or stop for now: in whole sentences, then the way on. */
export function CalmResult({
  level,
  result,
  clinic,
  now,
}: {
  level: keyof typeof shapes;
  result: CheckInResult;
  clinic: ClinicContact;
  now: Date;
}) {
  const t = useTranslations("patient.result");
  const correct = useTranslations("patient.checkIn");
  const text = useText();
  const { messages, missing, stage, checkInId, hold, isUnsent } = result;
  const isHold = level === "HOLD_NOTIFY_PT";
  return (
    <>
      <title>{`${t(`titles.${level}`)} · Phasewise`}</title>
      <div className="flex items-center gap-3 pt-4">
        <Shape name={shapes[level]} size={32} />
        <h1 className="text-26 font-bold tracking-tight">{t(`titles.${level}`)}</h1>
      </div>
      <div className="grid gap-2">
        {messages.map((message) => (
          <p key={message.en}>{text(message)}</p>
        ))}
        {level === "NORMAL_SORENESS" ? <p>{t("go")}</p> : null}
        {level === "REDUCE_DOSE" ? <p>{t(isUnsent ? "lighterUnsent" : "lighter")}</p> : null}
        {isHold && messages.length === 0 && missing.length > 0 ? <p>{t("unanswered")}</p> : null}
      </div>
      {hold === null ? null : (
        <HoldNotice emergencyNumber={clinic.emergencyNumber} hold={hold} now={now} timeZone={clinic.timeZone} />
      )}
      {isHold ? <CallLinks emergencyNumber={clinic.emergencyNumber} phone={clinic.phone} /> : null}
      <div className="mt-auto grid gap-2">
        <LinkButton href="/my/today" isWide variant="primary">
          {t(stage === "before" && hold === null ? "toExercises" : "toToday")}
        </LinkButton>
        {result.mayCorrect ? (
          <AppLink
            className="link flex min-h-11 items-center justify-center text-16"
            href={`/my/today/check-in?stage=${stage}&corrects=${checkInId}`}
          >
            {correct("wrongAnswer")}
          </AppLink>
        ) : null}
      </div>
    </>
  );
}
