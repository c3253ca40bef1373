"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Disclosure } from "@/components/ui/small-parts";
import type { RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import { changeRestrictionAction } from "../../restriction-actions";
import { AnswerNotice, useFieldError } from "../answer-notice";
import { noAnswer } from "../form-answer";
import { Named } from "./named";
import { SignLine, type Signer } from "./sign-line";
import { TermsFields, type TermsFrame } from "./terms-fields";
import { useTermsLabels } from "./use-terms-labels";

/** Other terms for a restriction that stands, signed; a therapist only makes it stricter. */
export function ChangeForm({
  patientId,
  restriction,
  name,
  frame,
  signer,
  mayLoosen,
}: {
  patientId: string;
  restriction: { id: string; terms: RestrictionTerms };
  /** In words. */
  name: string;
  frame: TermsFrame;
  signer: Signer;
  mayLoosen: boolean;
}) {
  const t = useTranslations("episode.restrictions");
  const labels = useTermsLabels(restriction.id);
  const [answer, change] = useActionState(changeRestrictionAction, noAnswer);
  const error = useFieldError(answer);
  return (
    <div className="grid gap-2">
      <AnswerNotice answer={answer} labels={labels} />
      <Disclosure
        isOpen={answer.status === "invalid"}
        summary={<Named name={name}>{t(mayLoosen ? "change" : "tighten")}</Named>}
      >
        <form action={change} className="grid gap-3" noValidate>
          <input name="patientId" type="hidden" value={patientId} />
          <input name="restrictionId" type="hidden" value={restriction.id} />
          {mayLoosen ? null : <p className="text-ink-2">{t("stricterOnly")}</p>}
          <TermsFields
            error={error}
            frame={frame}
            sent={(field) => answer.sent[field]?.[0]}
            suffix={restriction.id}
            terms={restriction.terms}
          />
          <SignLine error={error(`password-${restriction.id}`)} signer={signer} suffix={restriction.id}>
            {t("changeNow", { name: signer.name })}
          </SignLine>
        </form>
      </Disclosure>
    </div>
  );
}
