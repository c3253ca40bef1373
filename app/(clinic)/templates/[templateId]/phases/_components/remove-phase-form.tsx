"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { RadioGroup } from "@/components/ui/choice-groups";
import { useErrorWords } from "@/components/ui/form-errors";
import { Disclosure } from "@/components/ui/small-parts";
import { SubmitButton } from "@/components/ui/submit-button";
import { removePhaseAction } from "../actions";
import { noAnswer } from "./phase-answer";
import { PhasesRefused } from "./phases-refused";
import { VersionFields, type Versions } from "./versions";

/** Removes a phase; what becomes of its lines is asked, and nothing is chosen beforehand. */
export function RemovePhaseForm({
  n,
  of,
  lines,
  templateId,
  versions,
}: {
  n: number;
  of: number;
  lines: number;
  templateId: string;
  versions: Versions;
}) {
  const t = useTranslations("templateEditor.remove");
  const [answer, remove] = useActionState(removePhaseAction, noAnswer);
  const words = useErrorWords();
  const wrong = answer.fields["lines"] ?? answer.fields["n"];
  const choices = [
    { value: "before", label: t("before", { n: n - 1 }), isThere: n > 1 },
    { value: "after", label: t("after", { n: n + 1 }), isThere: n < of },
    { value: "remove", label: t("remove", { count: lines }), isThere: true },
  ];
  return (
    <Disclosure isOpen={answer.status !== "none"} summary={t("open", { n })}>
      <form action={remove} className="grid gap-3 rounded-6 border border-line bg-inset p-3" noValidate>
        <PhasesRefused status={answer.status} />
        <VersionFields templateId={templateId} versions={versions} />
        <input name="n" type="hidden" value={n} />
        <RadioGroup
          choices={choices.filter(({ isThere }) => isThere)}
          defaultValue={answer.sent["lines"]}
          error={wrong === undefined ? undefined : words(wrong)}
          hint={t("hint")}
          label={t("lines", { count: lines })}
          name="lines"
        />
        <div>
          <SubmitButton variant="secondary">{t("submit", { n })}</SubmitButton>
        </div>
      </form>
    </Disclosure>
  );
}
