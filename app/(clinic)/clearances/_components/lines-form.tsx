"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { FormProvider, useForm, useFormContext, useWatch } from "react-hook-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useErrorWords } from "@/components/ui/form-errors";
import type { Locale } from "@/lib/i18n/locale";
import { decideSeveralSchema, grantUsualSchema, isGrant } from "@/lib/schemas/clearance";
import { fieldErrors } from "@/lib/schemas/field-errors";
import { decideSeveralAction, grantUsualAction } from "../actions";
import {
  asSent,
  isTooFine,
  startOf,
  type FormValues,
  type InboxAddress,
  type LineInfo,
  type MassUnit,
} from "./decision-values";
import { Failure, type FailedDecision } from "./failure";
import { LineCard } from "./line-card";
import { Signing, type Signer } from "./signing";
import { useFieldName } from "./use-field-name";
import type { PatientReads } from "./what-the-patient-reads";

/** A line with what stands above its fields, drawn on the server. */
export type ShownLine = { id: string; info: LineInfo; head: ReactNode; isChosen: boolean };

type Shared = {
  lines: readonly ShownLine[];
  massUnit: MassUnit;
  signer: Signer;
  patientReads: Readonly<Record<Locale, PatientReads>>;
  /** Where it goes on after the signature; the signed decisions are added to it. */
  next: InboxAddress;
};

/** Several decisions line by line, one signature for all of them. `usualFor` names the patient of a set. */
export function LinesForm({ usualFor = null, ...props }: Shared & { usualFor?: string | null }) {
  const { lines, massUnit, signer, patientReads, next } = props;
  const t = useTranslations("clearances");
  const errorWords = useErrorWords();
  const fieldName = useFieldName(lines.map(({ info }) => info.subject));
  const router = useRouter();
  const [failed, setFailed] = useState<FailedDecision | null>(null);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const form = useForm<FormValues>({
    shouldFocusError: false,
    defaultValues: {
      lines: lines.map(({ info, isChosen }) => ({
        ...startOf(info, massUnit, isChosen),
        ...(usualFor === null ? {} : { outcome: isLimited(info) ? "limited" : "granted" }),
      })),
      password: "",
    },
  });
  const sign = form.handleSubmit(async (values) => {
    setFailed(null);
    const chosen = lines.flatMap(({ info }, at) => {
      const line = values.lines[at];
      return line?.isChosen ? [{ at, line, sent: asSent(info, line, massUnit) }] : [];
    });
    const places = chosen.map(({ at }) => at);
    const input = { lines: chosen.map(({ sent }) => sent), password: values.password };
    const parsed =
      usualFor === null
        ? decideSeveralSchema.safeParse(input)
        : grantUsualSchema.safeParse({ ...input, patientId: usualFor });
    const problems = parsed.success ? {} : placed(fieldErrors(parsed.error), places);
    for (const { at, line } of chosen) if (isTooFine(line, massUnit)) problems[`lines.${at}.maxKg`] = "halfPounds";
    setWrong(problems);
    if (!parsed.success || Object.keys(problems).length > 0) return;
    const result = await (usualFor === null ? decideSeveralAction(parsed.data) : grantUsualAction(parsed.data));
    if (result.status === "done") {
      const signed = result.value.decisionIds.map((id) => `signed=${id}`).join("&");
      router.replace(`${next}${signed}`);
      router.refresh();
    } else if (result.status === "invalid") setWrong(placed(result.fields, places));
    else setFailed(result);
  });
  const errorOf = (name: string) => (wrong[name] === undefined ? undefined : errorWords(wrong[name]));
  return (
    <FormProvider {...form}>
      <form aria-label={t("together.form")} className="grid gap-3" noValidate onSubmit={(event) => void sign(event)}>
        <ErrorSummary
          errors={Object.entries(wrong).map(([name, key]) => ({
            ...fieldName(name),
            message: `${fieldName(name).label}: ${errorWords(key)}`,
          }))}
        />
        <ol className="grid gap-2.5">
          {lines.map(({ id, info, head }, at) => (
            <li key={id}>
              <LineCard
                at={at}
                errorOf={errorOf}
                head={head}
                line={info}
                massUnit={massUnit}
                patientReads={patientReads[info.patient.locale]}
              />
            </li>
          ))}
        </ol>
        <div className="sticky bottom-0 z-10 -mx-6 grid items-end gap-3 bg-surface px-6 py-3 shadow-bar max-md:static max-md:-mx-4 max-md:px-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,300px)_auto]">
          {failed === null ? null : (
            <div className="sm:col-span-3">
              <Failure failed={failed} />
            </div>
          )}
          <SignThem all={lines.length} error={errorOf("password")} signer={signer} />
        </div>
      </form>
    </FormProvider>
  );
}

/** How many are chosen, and their signature: what is typed in a line draws no other line again. */
function SignThem({ all, error, signer }: { all: number; error: string | undefined; signer: Signer }) {
  const t = useTranslations("clearances.together");
  const { control } = useFormContext<FormValues>();
  const count = useWatch({ control, name: "lines" }).filter(({ isChosen }) => isChosen).length;
  return (
    <>
      <p aria-live="polite" className="self-center font-semibold">
        {t("count", { count, all })}
      </p>
      <Signing error={error} signer={signer}>
        {t("sign", { count })}
      </Signing>
    </>
  );
}

function isLimited({ terms, outcomes }: LineInfo): boolean {
  return outcomes.some(isGrant) && (terms.maxKg !== null || terms.maxMinutes !== null);
}

/** The names of the chosen lines' fields, by the places of the lines on the page. */
function placed(fields: Record<string, string>, places: readonly number[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, key]) => {
      const [, at = "", field = ""] = /^lines\.(\d+)\.(.+)$/.exec(name) ?? [];
      return [at === "" ? name : `lines.${places[Number(at)] ?? 0}.${field}`, key];
    }),
  );
}
