import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/ui/choice-groups";
import { TextArea } from "@/components/ui/text-area";
import { stepBackAction } from "../actions";
import { StepForm } from "./step-form";
import type { Steps } from "./steps-card";

/** Goes back to an earlier phase, chosen by the therapist, with the reason. */
export function StepBackForm({ programId, version, patientName, earlier }: Steps) {
  const t = useTranslations("ladder.stepBack");
  const lift = useTranslations("ladder.lift");
  return (
    <StepForm
      action={stepBackAction}
      consequence={t("consequence", { name: patientName })}
      done={t("done")}
      labels={{ backPhase: t("phase"), backReason: t("reason") }}
      programId={programId}
      submit={t("submit")}
      title={t("title")}
      version={version}
    >
      {(field) => (
        <>
          <RadioGroup
            {...field("backPhase")}
            choices={earlier.map(({ n, name, lines }) => ({
              value: String(n),
              label: lift("name", { phase: n, name }),
              hint: t("lines", { lines }),
            }))}
            label={t("phase")}
          />
          <TextArea {...field("backReason")} hint={t("reasonHint")} label={t("reason")} maxLength={1000} rows={2} />
        </>
      )}
    </StepForm>
  );
}
