import { useTranslations } from "next-intl";
import { TextArea } from "@/components/ui/text-area";
import { completeProgramAction } from "../actions";
import { StepForm } from "./step-form";
import type { Steps } from "./steps-card";

/** Completes the program with the reason; before the last phase it says so. */
export function CompleteForm({
  programId,
  version,
  patientName,
  complete: { phase, count },
}: Steps & { complete: NonNullable<Steps["complete"]> }) {
  const t = useTranslations("ladder.complete");
  return (
    <StepForm
      action={completeProgramAction}
      consequence={t("consequence", { name: patientName })}
      done={t("done")}
      labels={{ completeReason: t("reason") }}
      programId={programId}
      submit={t("submit")}
      title={t("title")}
      version={version}
    >
      {(field) => (
        <>
          {phase < count ? <p>{t("early", { phase, count })}</p> : null}
          <TextArea {...field("completeReason")} hint={t("reasonHint")} label={t("reason")} maxLength={1000} rows={2} />
        </>
      )}
    </StepForm>
  );
}
