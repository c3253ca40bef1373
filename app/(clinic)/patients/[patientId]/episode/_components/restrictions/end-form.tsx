"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Disclosure } from "@/components/ui/small-parts";
import { TextArea } from "@/components/ui/text-area";
import { endRestrictionAction } from "../../restriction-actions";
import { AnswerNotice, useFieldError } from "../answer-notice";
import { noAnswer } from "../form-answer";
import { Named } from "./named";
import { SignLine, type Signer } from "./sign-line";
import { useTermsLabels } from "./use-terms-labels";

/** Ends one restriction for good, with why and a surgeon's signature. */
export function EndForm({
  patientId,
  restrictionId,
  name,
  signer,
}: {
  patientId: string;
  restrictionId: string;
  /** In words. */
  name: string;
  signer: Signer;
}) {
  const t = useTranslations("episode.restrictions");
  const suffix = `end-${restrictionId}`;
  const labels = useTermsLabels(suffix);
  const [answer, end] = useActionState(endRestrictionAction, noAnswer);
  const error = useFieldError(answer);
  return (
    <div className="grid gap-2">
      <AnswerNotice answer={answer} labels={labels} />
      <Disclosure isOpen={answer.status === "invalid"} summary={<Named name={name}>{t("endOne")}</Named>}>
        <form action={end} className="grid gap-3" noValidate>
          <input name="patientId" type="hidden" value={patientId} />
          <input name="restrictionId" type="hidden" value={restrictionId} />
          <TextArea
            defaultValue={answer.sent[`endNote-${suffix}`]?.[0]}
            error={error(`endNote-${suffix}`)}
            hint={t("endHint")}
            label={t("endNote")}
            maxLength={500}
            name={`endNote-${suffix}`}
            rows={2}
          />
          <SignLine error={error(`password-${suffix}`)} signer={signer} suffix={suffix}>
            {t("endNow", { name: signer.name })}
          </SignLine>
        </form>
      </Disclosure>
    </div>
  );
}
