"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { flatErrors, useErrorWords } from "@/components/ui/form-errors";
import { useAskBeforeLeaving } from "@/components/ui/use-ask-before-leaving";
import type { ExerciseForm as Given } from "@/lib/records/library/load-exercise-form";
import { ownExerciseSchema, type OwnExercise, type OwnExerciseValues } from "@/lib/schemas/own-exercise/own-exercise";
import { ContraindicationFields } from "./contraindication-fields";
import { DosageFields } from "./dosage-fields";
import { EarliestFields } from "./earliest-fields";
import { InstructionFields } from "./instruction-fields";
import { MovementFields } from "./movement-fields";
import { NameFields } from "./name-fields";
import { PatientPreview } from "./patient-preview";
import { type Failure, FailureNotice } from "./failure-notice";
import { saveExercise } from "./save-exercise";
import { SourceFields } from "./source-fields";
import { StrictnessCard } from "./strictness-card";
import { ProtocolNames, ServerErrors, useLabels } from "./use-field";

/** An exercise of the clinic's own, whole: begun from nothing or from a copy, or changed. Nothing typed is lost when it is refused. */
export function ExerciseForm({ form: given, copiedFrom }: { form: Given; copiedFrom: string | null }) {
  const t = useTranslations("ownExercise");
  const locale = useLocale();
  const router = useRouter();
  const [protocols] = useState(() => new Map(given.protocols.map(({ id, title }) => [id, title[locale]])));
  const [version, setVersion] = useState(given.changing?.version ?? null);
  const [serverErrors, setServerErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useForm<OwnExerciseValues, unknown, OwnExercise>({
    resolver: zodResolver(ownExerciseSchema),
    shouldFocusError: false,
    defaultValues: given.values,
  });
  const { errors, isSubmitting, isDirty } = form.formState;
  const [isSaved, setSaved] = useState(false);
  useAskBeforeLeaving(isDirty && !isSaved);
  const code = given.changing?.code ?? null;
  const save = form.handleSubmit(async () => {
    setFailure(null);
    setServerErrors({});
    const changing = code === null || version === null ? null : { code, version };
    const answer = await saveExercise(form.getValues(), changing, copiedFrom);
    if (answer.kind === "saved") {
      setSaved(true);
      router.push(`/library/${encodeURIComponent(answer.code)}`);
    } else if (answer.kind === "invalid") setServerErrors(answer.fields);
    else {
      setFailure(answer);
      if (answer.kind === "conflict") setVersion(answer.version);
    }
  });
  const label = useLabels(protocols);
  const words = useErrorWords();
  const summary = Object.entries({ ...serverErrors, ...flatErrors(errors) }).map(([path, key]) => ({
    name: path,
    message: `${label(path)}: ${words(key)}`,
  }));
  return (
    <FormProvider {...form}>
      <ServerErrors.Provider value={serverErrors}>
        <ProtocolNames.Provider value={protocols}>
          <form
            className="grid items-start gap-4 xl:grid-cols-[minmax(0,56rem)_minmax(20rem,28rem)]"
            noValidate
            onSubmit={(event) => void save(event)}
          >
            <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
              <ErrorSummary errors={summary} />
              {failure === null ? null : <FailureNotice code={code} failure={failure} />}
              <NameFields />
              <MovementFields />
              <EarliestFields protocols={given.protocols} />
              <ContraindicationFields />
              <DosageFields />
              <SourceFields sources={given.sources} />
              {given.original === null ? null : <StrictnessCard original={given.original.facts} />}
              <InstructionFields />
              <div>
                <Button isPending={isSubmitting} type="submit" variant="primary">
                  {t("save")}
                </Button>
              </div>
            </div>
            <div className="xl:sticky xl:top-4">
              <PatientPreview />
            </div>
          </form>
        </ProtocolNames.Provider>
      </ServerErrors.Provider>
    </FormProvider>
  );
}
