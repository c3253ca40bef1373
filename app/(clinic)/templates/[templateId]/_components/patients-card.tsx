"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { CheckboxGroup } from "@/components/ui/choice-groups";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { TemplatePage } from "@/lib/records/templates/load-template-page";
import { proposeVersionAction, type ProposeAnswer } from "../../actions";
import { AnswerNotice, useFieldError } from "../../_components/answer-notice";
import { notAsked } from "../../_components/template-answer";

const notProposed: ProposeAnswer = { ...notAsked, outcomes: [] };

/** Which of one's own patients run by which version, and the newest one proposed to those who run by an earlier one. */
export function PatientsCard({
  templateId,
  mine,
  others,
  newest,
  mayPropose,
  isClinician,
}: {
  templateId: string;
  mine: TemplatePage["mine"];
  others: number;
  newest: number;
  mayPropose: boolean;
  isClinician: boolean;
}) {
  const t = useTranslations("templates.patients");
  const [answer, propose] = useActionState(proposeVersionAction, notProposed);
  const error = useFieldError(answer);
  const numbers = [...new Set(mine.map(({ number }) => number))].toSorted((a, b) => b - a);
  const earlier = mine.filter(
    ({ number, state, draft }) => number < newest && state !== "draft" && (draft === null || draft === "outdated"),
  );
  const labels = { programIds: t("choose") };
  return (
    <Card note={t(isClinician ? "others" : "all", { count: others })} title={t("title")}>
      <div className="grid gap-3">
        {isClinician && mine.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
        <dl className="grid gap-2">
          {numbers.map((number) => (
            <div key={number}>
              <dt className="font-semibold">{t(number === newest ? "newest" : "version", { number })}</dt>
              <dd>
                <ul className="flex flex-wrap gap-x-4 gap-y-1">
                  {mine
                    .filter((one) => one.number === number)
                    .map(({ programId, patientId, name, draft }) => (
                      <li key={programId}>
                        <AppLink className="link" href={`/patients/${patientId}/program`}>
                          {name}
                        </AppLink>
                        {draft === null ? null : <span className="text-ink-2"> ({t(draft)})</span>}
                      </li>
                    ))}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
        {answer.status === "done" ? (
          <Outcomes answer={answer} mine={mine} />
        ) : (
          <AnswerNotice answer={answer} labels={labels} />
        )}
        {mayPropose && earlier.length > 0 ? (
          <form action={propose} className="grid gap-3 border-t border-line pt-3">
            <input name="templateId" type="hidden" value={templateId} />
            <CheckboxGroup
              choices={earlier.map(({ programId, name, number, phase }) => ({
                value: programId,
                label: name,
                hint: t("runs", { number, phase: phase ?? 1 }),
              }))}
              defaultValues={earlier.map(({ programId }) => programId)}
              error={error("programIds")}
              hint={t("what")}
              label={labels.programIds}
              name="programIds"
              rowsClass="grid gap-1 sm:grid-cols-2"
            />
            <div>
              <SubmitButton>{t("propose", { number: newest })}</SubmitButton>
            </div>
          </form>
        ) : null}
      </div>
    </Card>
  );
}

/** What became of the proposal, patient by patient. */
function Outcomes({ answer, mine }: { answer: ProposeAnswer; mine: TemplatePage["mine"] }) {
  const t = useTranslations("templates.patients");
  const drafted = answer.outcomes.filter(({ outcome }) => outcome === "drafted").length;
  return (
    <Notice
      actions={
        drafted > 0 ? (
          <AppLink className="link" href="/worklist/proposals">
            {t("read")}
          </AppLink>
        ) : undefined
      }
      isLive
      title={t("drafted", { count: drafted })}
      tone={drafted === answer.outcomes.length ? "ok" : "warn"}
    >
      <ul className="list-disc ps-5">
        {answer.outcomes.map(({ programId, outcome }) => {
          const name = mine.find((one) => one.programId === programId)?.name ?? t("someone");
          return <li key={programId}>{t("outcome", { name, outcome: t(`outcomes.${outcome}`) })}</li>;
        })}
      </ul>
    </Notice>
  );
}
