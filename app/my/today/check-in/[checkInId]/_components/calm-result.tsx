import { useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { AppLink } from "@/components/ui/app-link";
import { LinkButton } from "@/components/ui/link-button";
import type { CheckInResult, ClinicContact } from "@/lib/check-in/result";
import { CallLinks } from "../../../../_components/call-links";
import { HoldNotice } from "../../../../_components/hold-notice";
import { useText } from "../../../../_components/words";

const shapes = { NORMAL_SORENESS: "expected", REDUCE_DOSE: "reduce", HOLD_NOTIFY_PT: "hold" } as const;

/**
 * As expected, easier, or stop for now: in whole sentences, then the way on. While an earlier stop stands nothing calls the day as expected or says
 * to keep going.
 */
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
  const isQuiet = level === "NORMAL_SORENESS";
  const title = t(hold !== null && !isHold ? "titles.stopped" : `titles.${level}`);
  return (
    <>
      <title>{`${title} · Phasewise`}</title>
      <div className="flex items-center gap-3 pt-4">
        <Shape name={shapes[hold === null ? level : "HOLD_NOTIFY_PT"]} size={32} />
        <h1 className="text-26 font-bold tracking-tight">{title}</h1>
      </div>
      <div className="grid gap-2">
        {isQuiet && hold !== null ? null : messages.map((message) => <p key={message.en}>{text(message)}</p>)}
        {isQuiet && hold === null ? <p>{t("go")}</p> : null}
        {level === "REDUCE_DOSE" && hold === null ? <p>{t(isUnsent ? "lighterUnsent" : "lighter")}</p> : null}
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
