"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState } from "react";
import { Select } from "@/components/ui/select";
import { Disclosure } from "@/components/ui/small-parts";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { DateField } from "@/components/ui/text-field";
import type { EpisodePage } from "@/lib/records/episodes/load-episode";
import { addProtocolAction } from "../actions";
import { AnswerNotice, useFieldError } from "./answer-notice";
import { noAnswer } from "./form-answer";

/** A second protocol with its own date and the reason; works without JavaScript. */
export function AddProtocolForm({
  patientId,
  addable,
  today,
}: {
  patientId: string;
  addable: EpisodePage["addable"];
  today: string;
}) {
  const t = useTranslations("episode.protocols");
  const locale = useLocale();
  const [answer, add] = useActionState(addProtocolAction, noAnswer);
  const error = useFieldError(answer);
  const sent = (name: string) => answer.sent[name]?.[0];
  const labels = { protocolId: t("protocolId"), anchorOn: t("anchorOn"), addReason: t("addReason") };
  const sorted = addable.toSorted((one, other) => one.title[locale].localeCompare(other.title[locale], locale));
  return (
    <div className="grid gap-3">
      <AnswerNotice answer={answer} labels={labels} />
      <Disclosure isOpen={answer.status === "invalid"} summary={t("add")}>
        <form action={add} className="grid gap-3">
          <input name="patientId" type="hidden" value={patientId} />
          <div className="grid gap-3 sm:grid-cols-2">
            <Select
              choices={sorted.map(({ id, title }) => ({ value: id, label: title[locale] }))}
              defaultValue={sent("protocolId") ?? ""}
              emptyLabel={t("choose")}
              error={error("protocolId")}
              key={sent("protocolId")}
              label={labels.protocolId}
              name="protocolId"
            />
            <DateField
              defaultValue={sent("anchorOn") ?? today}
              error={error("anchorOn")}
              hint={t("anchorHint")}
              label={labels.anchorOn}
              name="anchorOn"
            />
          </div>
          <TextArea
            defaultValue={sent("addReason")}
            error={error("addReason")}
            label={labels.addReason}
            maxLength={1000}
            name="addReason"
            rows={2}
          />
          <div>
            <SubmitButton>{t("addNow")}</SubmitButton>
          </div>
        </form>
      </Disclosure>
    </div>
  );
}
