import { useTranslations } from "next-intl";
import { CheckboxGroup, RadioGroup } from "@/components/ui/choice-groups";
import { TextArea } from "@/components/ui/text-area";
import { holdCauses } from "@/lib/schemas/hold";
import { holdProgramAction } from "../actions";
import { StepForm } from "./step-form";
import type { Steps } from "./steps-card";

/** Holds the program for one of the usual reasons, in the clinician's words. */
export function HoldForm({ programId, version, patientName, mayKeepForSurgeon }: Steps) {
  const t = useTranslations("ladder.hold");
  const cause = useTranslations("patientRecord.cause");
  return (
    <StepForm
      action={holdProgramAction}
      consequence={t("consequence", { name: patientName })}
      done={t("done")}
      labels={{ cause: t("cause"), holdWords: t("words") }}
      programId={programId}
      submit={t("submit")}
      title={t("title")}
      version={version}
    >
      {(field) => (
        <>
          <RadioGroup
            {...field("cause")}
            choices={holdCauses.map((value) => ({ value, label: cause(value) }))}
            label={t("cause")}
          />
          <TextArea {...field("holdWords")} hint={t("wordsHint")} label={t("words")} maxLength={1000} rows={2} />
          <CheckboxGroup
            choices={[
              { value: "easy", label: t("easy") },
              ...(mayKeepForSurgeon ? [{ value: "surgeonOnly", label: t("surgeonOnly") }] : []),
            ]}
            label={t("leaves")}
            name="holdKind"
          />
        </>
      )}
    </StepForm>
  );
}
