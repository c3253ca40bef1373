import { useTranslations } from "next-intl";
import { PainScale } from "@/components/clinical/pain-scale";
import { WarningGroups } from "@/components/clinical/warning-groups";
import { RadioGroup } from "@/components/ui/choice-groups";
import { NumberField } from "@/components/ui/text-field";
import type { Stage, TriageContext } from "@/lib/clinical/triage-content";
import { errorWords } from "./error-words";
import type { ShownQuestion } from "./shown-steps";
import type { StepState } from "./step-state";

/** What one screen asks: a pain score, a few questions of their own, or groups of warning signs. */
export function CheckInScreen({
  questions,
  stage,
  region,
  state,
}: {
  questions: readonly ShownQuestion[];
  stage: Stage;
  region: TriageContext["region"];
  state: StepState;
}) {
  const t = useTranslations("patient.checkIn");
  const [first] = questions;
  if (first?.kind === "pain") return <Pain name={first.name} region={region} stage={stage} state={state} />;
  if (first?.kind === "gentle") return <Gentle name={first.name} question={first.question} state={state} />;
  const isSigns = first?.kind === "signs";
  return (
    <>
      <div>
        <h1 className="text-26 font-bold tracking-tight text-balance">{t(isSigns ? "signsTitle" : "ownTitle")}</h1>
        {isSigns ? <p className="text-16 text-ink-2">{t("signsHint")}</p> : null}
      </div>
      {isSigns ? <Signs questions={questions} state={state} /> : <Own questions={questions} state={state} />}
    </>
  );
}

/** What the clinic asks everybody, with the way out of not saying. */
function Gentle({ name, question, state }: { name: string; question: string; state: StepState }) {
  const t = useTranslations("patient.checkIn");
  return (
    <>
      <div>
        <h1 className="text-26 font-bold tracking-tight text-balance">{t("gentle.title")}</h1>
        <p className="text-16 text-ink-2">{t("gentle.hint")}</p>
      </div>
      <RadioGroup
        choices={[
          { value: "no", label: t("gentle.no") },
          { value: "yes", label: t("gentle.yes") },
          { value: "rather-not", label: t("gentle.ratherNot") },
        ]}
        defaultValue={state.values[name]?.[0]}
        error={errorWords(state.errors[name], t)}
        label={question}
        look="box"
        name={name}
        rowsClass="grid gap-2"
      />
    </>
  );
}

type PartProps = { questions: readonly ShownQuestion[]; state: StepState };

function Pain({
  name,
  region,
  stage,
  state,
}: {
  name: string;
  region: TriageContext["region"];
  stage: Stage;
  state: StepState;
}) {
  const t = useTranslations("patient.checkIn");
  const chosen = state.values[name]?.[0];
  const during = stage === "skip" ? "nprsDuringSkip" : "nprsDuring";
  const asked = name === "nprsBefore" ? "nprsBefore" : name === "nprsDuring" ? during : "nprsAfter";
  return (
    <PainScale
      chosen={chosen === undefined ? undefined : Number(chosen)}
      error={errorWords(state.errors[name], t)}
      hint={t(`painHint.${region}`)}
      isPageTitle
      name={name}
      question={t(`pain.${asked}`)}
    />
  );
}

function Own({ questions, state }: PartProps) {
  const t = useTranslations("patient.checkIn");
  return questions.map((question) => {
    const { name } = question;
    const error = errorWords(state.errors[name], t);
    const chosen = state.values[name]?.[0];
    if (question.kind === "choice") {
      return (
        <RadioGroup
          choices={question.choices}
          defaultValue={chosen}
          error={error}
          key={name}
          label={question.question}
          look="box"
          name={name}
          rowsClass="grid gap-2"
        />
      );
    }
    if (question.kind !== "number") return null;
    return (
      <NumberField
        decimals
        defaultValue={chosen}
        error={error}
        key={name}
        label={question.question}
        name={name}
        unit={t("hours")}
      />
    );
  });
}

/** Groups of signs. Where one was left untouched "I am not sure" joins its boxes: an honest answer that is not a no. */
function Signs({ questions, state }: PartProps) {
  const t = useTranslations("patient.checkIn");
  const unsure = { value: "unsure", label: t("unsure") };
  const groups = questions.flatMap((question) => {
    if (question.kind !== "signs") return [];
    const { name, choices } = question;
    const chosen = state.values[name] ?? [];
    const asksAgain = state.errors[name] === "chooseSigns" || chosen.includes(unsure.value);
    return [
      {
        name,
        question: t("signsQuestion", { group: question.question }),
        choices: asksAgain ? [...choices, unsure] : choices,
        error: state.errors[name] === "temperature" ? undefined : errorWords(state.errors[name], t),
        chosen,
      },
    ];
  });
  const fever = questions.find(
    (question) => question.kind === "signs" && question.choices.some(({ value }) => value.startsWith("feverC=")),
  );
  return (
    <>
      <WarningGroups groups={groups} />
      {fever === undefined ? null : (
        // By its own attribute: a selector on values inside :has() restyles every page of the product at each typed key.
        <div className="hidden group-has-[[data-input=feverC]:checked]/form:block">
          <NumberField
            decimals
            defaultValue={state.values["measured-feverC"]?.[0]}
            error={state.errors[fever.name] === "temperature" ? t("errors.temperature") : undefined}
            hint={t("measuredHint")}
            isOptional
            label={t("measured")}
            name="measured-feverC"
          />
        </div>
      )}
    </>
  );
}
