"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Disclosure } from "@/components/ui/small-parts";
import { orderRestrictionAction } from "../../restriction-actions";
import { AnswerNotice, useFieldError } from "../answer-notice";
import { noAnswer } from "../form-answer";
import { SignLine, type Signer } from "./sign-line";
import { TermsFields, type TermsFrame } from "./terms-fields";
import { useTermsLabels } from "./use-terms-labels";

/** One new restriction, signed; works without JavaScript. */
export function OrderForm({ patientId, frame, signer }: { patientId: string; frame: TermsFrame; signer: Signer }) {
  const t = useTranslations("episode.restrictions");
  const labels = useTermsLabels("new");
  const [answer, order] = useActionState(orderRestrictionAction, noAnswer);
  const error = useFieldError(answer);
  return (
    <div className="grid gap-2">
      <AnswerNotice answer={answer} labels={labels} />
      <Disclosure isOpen={answer.status === "invalid"} summary={t("order")}>
        <form action={order} aria-label={t("order")} className="grid gap-3" noValidate>
          <input name="patientId" type="hidden" value={patientId} />
          <TermsFields error={error} frame={frame} sent={(name) => answer.sent[name]?.[0]} suffix="new" terms={null} />
          <SignLine error={error("password-new")} signer={signer} suffix="new">
            {t("orderNow", { name: signer.name })}
          </SignLine>
        </form>
      </Disclosure>
    </div>
  );
}
