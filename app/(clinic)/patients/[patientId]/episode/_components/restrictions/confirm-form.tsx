"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { confirmRestrictionsAction } from "../../restriction-actions";
import { AnswerNotice, useFieldError } from "../answer-notice";
import { noAnswer } from "../form-answer";
import { SignLine, type Signer } from "./sign-line";

/** The surgeon's one signature under everything that stands and no surgeon has signed. */
export function ConfirmForm({
  patientId,
  unsigned,
  signer,
}: {
  patientId: string;
  unsigned: readonly string[];
  signer: Signer;
}) {
  const t = useTranslations("episode.restrictions");
  const [answer, confirm] = useActionState(confirmRestrictionsAction, noAnswer);
  const error = useFieldError(answer);
  return (
    <div className="grid gap-2">
      <AnswerNotice answer={answer} labels={{ "password-confirm": t("password") }} />
      {unsigned.length === 0 ? null : (
        <form action={confirm} className="grid gap-2 rounded-6 border border-line bg-sunken p-3" noValidate>
          <p className="font-medium">{t("unsigned", { count: unsigned.length })}</p>
          <input name="patientId" type="hidden" value={patientId} />
          {unsigned.map((id) => (
            <input key={id} name="restrictionIds" type="hidden" value={id} />
          ))}
          <SignLine error={error("password-confirm")} signer={signer} suffix="confirm">
            {t("confirmNow", { count: unsigned.length, name: signer.name })}
          </SignLine>
        </form>
      )}
    </div>
  );
}
