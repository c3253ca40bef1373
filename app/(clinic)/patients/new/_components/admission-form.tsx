"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { flatErrors } from "@/components/ui/form-errors";
import { Notice } from "@/components/ui/notice";
import type { ConditionEntry } from "@/lib/clinical/condition-search";
import type { Admitted } from "@/lib/records/patients/admit-patient";
import type { AdmissionOptions } from "@/lib/records/patients/load-admission-options";
import { admitPatientSchema, type AdmitPatientInput } from "@/lib/schemas/patient";
import { admitPatientAction } from "../actions";
import { AdmittedCard } from "./admitted-card";
import { EpisodeFields } from "./episode-fields";
import { IdentityFields } from "./identity-fields";
import { ProtocolChoice } from "./protocol-choice";
import { ServerErrors, useFieldWords } from "./use-field-words";

export type AdmissionValues = z.input<typeof admitPatientSchema>;

/** From an empty form to a draft program: identity, episode, and the protocol that fits, in one act. */
export function AdmissionForm({
  options,
  conditions,
}: {
  options: AdmissionOptions;
  conditions: readonly ConditionEntry[];
}) {
  const t = useTranslations("admission");
  const words = useFieldWords();
  const [admitted, setAdmitted] = useState<Admitted | null>(null);
  const [serverErrors, setServerErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [only] = options.surgeons.length === 1 ? options.surgeons : [];
  const form = useForm<AdmissionValues, unknown, AdmitPatientInput>({
    resolver: zodResolver(admitPatientSchema),
    shouldFocusError: false,
    defaultValues: {
      identity: { locale: "en", phone: "", signInName: "" },
      episode: {
        levels: [],
        conditions: [],
        restrictions: [],
        pathwayStart: null,
        alsoFollows: [],
        surgeonId: only?.id ?? "",
      },
    },
  });
  const { errors, isSubmitting } = form.formState;
  const admit = form.handleSubmit(async (values) => {
    setFailure(null);
    setServerErrors({});
    const result = await admitPatientAction(values);
    if (result.status === "done") setAdmitted(result.value);
    else if (result.status === "invalid") setServerErrors(result.fields);
    else setFailure(t("notSaved"));
  });
  if (admitted) return <AdmittedCard admitted={admitted} name={form.getValues("identity.givenName")} />;
  const summary = Object.entries({ ...serverErrors, ...flatErrors(errors) }).map(([name, message]) => ({
    name,
    message: words.summary(name, message),
  }));
  return (
    <FormProvider {...form}>
      <ServerErrors.Provider value={serverErrors}>
        <form className="grid gap-4" noValidate onSubmit={(event) => void admit(event)}>
          <ErrorSummary errors={summary} />
          {failure === null ? null : <Notice isLive title={failure} tone="stop" />}
          <IdentityFields />
          <EpisodeFields conditions={conditions} options={options} />
          <ProtocolChoice options={options} />
          <div className="flex flex-wrap items-center gap-3">
            <Button isPending={isSubmitting} type="submit" variant="primary">
              {t("submit")}
            </Button>
            <span className="text-ink-3">{t("nothingLost")}</span>
          </div>
        </form>
      </ServerErrors.Provider>
    </FormProvider>
  );
}
