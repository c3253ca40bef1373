"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { RadioGroup } from "@/components/ui/choice-groups";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { EndForm } from "@/lib/records/episodes/end/load-end-form";
import { AnswerNotice, useFieldError } from "../../_components/answer-notice";
import { noAnswer } from "../../_components/form-answer";
import { SignLine, type Signer } from "../../_components/restrictions/sign-line";
import { endEpisodeAction } from "../actions";

/** The same three that the schema offers, without its parser in the browser. */
const kinds = ["discharged", "transferred", "deceased"] as const;

/** How the episode ends, why, what the patient is told, and the signature. */
export function EndEpisodeForm({
  patientId,
  read,
  signer,
  language,
  ...stood
}: {
  patientId: string;
  /** Of what was read. */
  read: Pick<EndForm, "version" | "summarySha256" | "endedOn">;
  signer: Signer;
  /** In which the patient reads. */
  language: string;
} & Pick<EndForm, "isSuspended" | "hasDraft" | "programAfter">) {
  const t = useTranslations("episodeEnd");
  const [answer, end] = useActionState(endEpisodeAction, noAnswer);
  const sent = (name: string) => answer.sent[name]?.[0];
  const [chosen, setChosen] = useState<string | undefined>(sent("kind"));
  const kind = kinds.find((known) => known === chosen);
  const error = useFieldError(answer);
  const labels = {
    ...{ kind: t("form.kind"), endReason: t("form.reason"), advice: t("form.advice"), endedOn: t("form.endedOn") },
    ...{ transferredTo: t("form.transferredTo"), "password-end": t("next.password"), summary: t("form.summary") },
  };
  return (
    <form action={end} className="grid gap-3" noValidate>
      <AnswerNotice answer={answer} labels={labels} />
      {Object.entries(read).map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      <input name="patientId" type="hidden" value={patientId} />
      {stood.isSuspended ? <Notice title={t("form.suspended")} tone="warn" /> : null}
      <RadioGroup
        choices={kinds.map((value) => ({ value, label: t(`kinds.${value}`), hint: t(`form.hints.${value}`) }))}
        defaultValue={sent("kind")}
        error={error("kind")}
        label={t("form.kind")}
        name="kind"
        onChange={({ target }) => setChosen(target.value)}
        rowsClass="grid gap-1.5"
      />
      {kind === "transferred" ? (
        <TextField
          defaultValue={sent("transferredTo")}
          error={error("transferredTo")}
          hint={t("form.transferredToHint")}
          label={t("form.transferredTo")}
          maxLength={200}
          name="transferredTo"
        />
      ) : null}
      <TextArea
        defaultValue={sent("endReason")}
        error={error("endReason")}
        label={t("form.reason")}
        maxLength={1000}
        name="endReason"
        rows={2}
      />
      {kind === "deceased" ? null : (
        <TextArea
          defaultValue={sent("advice")}
          error={error("advice")}
          hint={t("form.adviceHint", { language })}
          isOptional={kind === "transferred"}
          label={t("form.advice")}
          maxLength={2000}
          name="advice"
          rows={5}
        />
      )}
      <Consequences kind={kind} {...stood} />
      <SignLine error={error("password-end")} signer={signer} suffix="end">
        {t("form.sign", { name: signer.name })}
      </SignLine>
    </form>
  );
}

/** What the end brings about, said before it is signed. */
function Consequences({
  kind,
  hasDraft,
  programAfter,
}: { kind: (typeof kinds)[number] | undefined } & Pick<EndForm, "hasDraft" | "programAfter">) {
  const t = useTranslations("episodeEnd.form");
  const after = kind === undefined ? null : programAfter[kind];
  return (
    <ul className="grid list-disc gap-0.5 ps-5 text-ink-2">
      {after === null ? null : <li>{t(`program.${after}`)}</li>}
      {hasDraft ? <li>{t("draft")}</li> : null}
      <li>{t("also")}</li>
    </ul>
  );
}
