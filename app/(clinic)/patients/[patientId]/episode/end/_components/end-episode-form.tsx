"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice-groups";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { DateField, TextField } from "@/components/ui/text-field";
import { AnswerNotice, useFieldError } from "../../_components/answer-notice";
import { SignLine, type Signer } from "../../_components/restrictions/sign-line";
import type { EndAnswer } from "../actions";
import type { ShownEnd } from "./shown-end";

/** The same three that the schema offers, without its parser in the browser. */
const kinds = ["discharged", "transferred", "deceased"] as const;

type Sending = {
  answer: EndAnswer;
  shown: ShownEnd;
  isPending: boolean;
  /** Brings the summary of another last day; writes nothing. */
  show: (typed: FormData) => void;
};

/** How the episode ends, why, what the patient is told, and the signature. */
export function EndEpisodeForm({
  patientId,
  signer,
  language,
  end,
  ...sending
}: Sending & { patientId: string; signer: Signer; language: string; end: (typed: FormData) => void }) {
  const t = useTranslations("episodeEnd");
  const { answer, shown } = sending;
  const sent = (name: string) => answer.sent[name]?.[0];
  const [chosen, setChosen] = useState<string | undefined>(sent("kind"));
  const kind = kinds.find((known) => known === chosen);
  const error = useFieldError(answer);
  const labels = {
    ...{ kind: t("form.kind"), endReason: t("form.reason"), advice: t("form.advice"), endedOn: t("form.through") },
    ...{ transferredTo: t("form.transferredTo"), "password-end": t("next.password"), summary: t("form.summary") },
  };
  return (
    <form action={end} className="grid gap-3" noValidate>
      <AnswerNotice answer={answer} labels={labels} />
      <input name="version" type="hidden" value={shown.version} />
      <input name="summarySha256" type="hidden" value={shown.summarySha256} />
      <input name="patientId" type="hidden" value={patientId} />
      {shown.isSuspended ? <Notice title={t("form.suspended")} tone="warn" /> : null}
      <LastDay {...sending} />
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
      <Consequences kind={kind} shown={shown} />
      <SignLine error={error("password-end")} signer={signer} suffix="end">
        {t("form.sign", { name: signer.name })}
      </SignLine>
    </form>
  );
}

/** The day that the summary counts up to. It is posted: a day of discharge or death stands in no address. */
function LastDay({ answer, shown, isPending, show }: Sending) {
  const t = useTranslations("episodeEnd.form");
  const error = useFieldError(answer)("endedOn");
  return (
    <div className="flex flex-wrap items-end gap-3 border-b border-line pb-3">
      <DateField
        defaultValue={error === undefined ? shown.endedOn : answer.sent["endedOn"]?.[0]}
        error={error}
        hint={t("throughHint")}
        key={shown.endedOn}
        label={t("through")}
        max={shown.today}
        name="endedOn"
      />
      <Button
        isPending={isPending}
        onClick={({ currentTarget: { form } }) => {
          if (form === null) return;
          const typed = new FormData(form);
          typed.set("show", "yes");
          typed.delete("password-end");
          show(typed);
        }}
      >
        {t("show")}
      </Button>
    </div>
  );
}

/** What the end brings about, said before it is signed. */
function Consequences({ kind, shown }: { kind: (typeof kinds)[number] | undefined; shown: ShownEnd }) {
  const t = useTranslations("episodeEnd.form");
  const after = kind === undefined ? null : shown.programAfter[kind];
  return (
    <ul className="grid list-disc gap-0.5 ps-5 text-ink-2">
      {after === null ? null : <li>{t(`program.${after}`)}</li>}
      {shown.hasDraft ? <li>{t("draft")}</li> : null}
      <li>{t("also")}</li>
    </ul>
  );
}
