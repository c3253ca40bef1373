"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { Card } from "@/components/ui/card";
import { ChoiceRow } from "@/components/ui/choice-row";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useErrorWords } from "@/components/ui/form-errors";
import { SubmitButton } from "@/components/ui/submit-button";
import type { TemplateFacts, TemplatePhaseFacts } from "@/lib/schemas/template";
import { changePhaseAction } from "../actions";
import { ConflictNotice } from "./conflict-notice";
import { EntryFields } from "./entry-fields";
import { BothFields, NumberIn, PhaseErrors, usePhaseLabels } from "./field-pairs";
import { LessStrictNow } from "./less-strict-now";
import { LimitFields } from "./limit-fields";
import { noPhaseAnswer } from "./phase-answer";
import { type TypedPhase, typedPhase } from "./phase-values";
import { VersionFields, type Versions } from "./versions";

/** One phase of a template's draft, whole. Works without JavaScript; with it, what becomes less strict is said while it is typed. */
export function PhaseForm({
  templateId,
  n,
  versions,
  saved,
  facts,
  shipped,
}: {
  templateId: string;
  n: number;
  versions: Versions;
  saved: TypedPhase;
  facts: TemplateFacts;
  shipped: readonly TemplatePhaseFacts[];
}) {
  const t = useTranslations("templateEditor.phase");
  const [answer, save] = useActionState(changePhaseAction, noPhaseAnswer);
  const [now, setNow] = useState<TypedPhase | null>(null);
  const label = usePhaseLabels();
  const words = useErrorWords();
  const phase = answer.typed ?? saved;
  const errors = Object.entries(answer.fields).map(([name, key]) => ({
    name,
    message: `${label(name)}: ${words(key)}`,
  }));
  const isLast = n === facts.phases.length;
  return (
    <PhaseErrors value={answer.fields}>
      <form
        action={save}
        className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,56rem)_minmax(18rem,26rem)]"
        key={answer.key}
        noValidate
        onChange={(event) => setNow(typedPhase(new FormData(event.currentTarget)))}
      >
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <ErrorSummary errors={errors} />
          <ConflictNotice answer={answer} templateId={templateId} />
          <input name="n" type="hidden" value={n} />
          <VersionFields templateId={templateId} versions={answer.standing?.versions ?? versions} />
          <Card title={t("groups.name")}>
            <div className="grid gap-4">
              <BothFields name="name" value={phase.name} />
              <div className="grid items-end gap-3 sm:grid-cols-2">
                <NumberIn isOptional={false} name="dayStart" value={phase.dayStart} />
                <NumberIn
                  hint={isLast ? t("lastIsOpen") : undefined}
                  isOptional={isLast}
                  name="dayEndExclusive"
                  value={phase.dayEndExclusive}
                />
              </div>
              <ChoiceRow defaultChecked={phase.moveNeighbours} name="moveNeighbours" type="checkbox" value="yes">
                {t("fields.moveNeighbours")}
              </ChoiceRow>
              <BothFields kind="lines" name="goals" value={phase.goals} />
            </div>
          </Card>
          <EntryFields entry={phase.entryCriteria} />
          <LimitFields phase={phase} />
          <Card note={t("leads.patient")} title={t("groups.patient")}>
            <div className="grid gap-4">
              <BothFields name="patientName" value={phase.patientName} />
              <BothFields kind="long" name="patientGoal" value={phase.patientGoal} />
            </div>
          </Card>
          <Card title={t("groups.course")}>
            <div className="grid gap-4">
              <BothFields name="visits" value={phase.visits} />
              <BothFields isOptional kind="lines" name="progressionCriteria" value={phase.progressionCriteria} />
              <BothFields isOptional kind="lines" name="regressionCriteria" value={phase.regressionCriteria} />
            </div>
          </Card>
          <div>
            <SubmitButton>{t("save")}</SubmitButton>
          </div>
        </div>
        <div className="xl:sticky xl:top-4">
          <LessStrictNow facts={facts} n={n} phase={now ?? phase} shipped={shipped} />
        </div>
      </form>
    </PhaseErrors>
  );
}
