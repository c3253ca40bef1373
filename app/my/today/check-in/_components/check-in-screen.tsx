import { useTranslations } from "next-intl";
import { PainScale } from "@/components/clinical/pain-scale";
import { WarningGroups } from "@/components/clinical/warning-groups";
import { RadioGroup } from "@/components/ui/choice-groups";
import { NumberField } from "@/components/ui/text-field";
import type { FormQuestion } from "@/lib/check-in/form-steps";
import type { StepState } from "@/lib/check-in/step-state";
import type { Stage, TriageContext } from "@/lib/clinical/triage-content";
import { useText } from "../../../_components/words";
import { errorWords } from "./error-words";

type Of<Kind extends FormQuestion["kind"]> = Extract<FormQuestion, { kind: Kind }>;
type Asked = { stage: Stage; region: TriageContext["region"]; state: StepState };

/** What one screen asks: a pain score, a few questions of their own, groups of warning signs, or what is short of these together. */
export function CheckInScreen({ questions, ...asked }: Asked & { questions: readonly FormQuestion[] }) {
  const signs = questions.filter((question) => question.kind === "signs");
  return (
    <>
      <Heading questions={questions} />
      {questions.map((question) => {
        if (question.kind === "signs") return null;
        return <Question asked={asked} key={question.name} question={question} />;
      })}
      {signs.length === 0 ? null : <Signs questions={signs} state={asked.state} />}
    </>
  );
}

/** A pain score is a heading of its own. */
function Heading({ questions }: { questions: readonly FormQuestion[] }) {
  const t = useTranslations("patient.checkIn");
  const has = (kind: FormQuestion["kind"]) => questions.some((question) => question.kind === kind);
  if (has("pain")) return null;
  const words = has("gentle")
    ? { title: t("gentle.title"), hint: t("gentle.hint") }
    : has("signs")
      ? { title: t("signsTitle"), hint: t("signsHint") }
      : { title: t("ownTitle"), hint: null };
  return (
    <div>
      <h1 className="text-26 font-bold tracking-tight text-balance">{words.title}</h1>
      {words.hint === null ? null : <p className="text-16 text-ink-2">{words.hint}</p>}
    </div>
  );
}

function Question({
  question,
  asked: { stage, region, state },
}: {
  question: Of<"pain" | "gentle" | "number" | "choice">;
  asked: Asked;
}) {
  const t = useTranslations("patient.checkIn");
  const text = useText();
  const { name, kind } = question;
  const chosen = state.values[name]?.[0];
  const error = errorWords(state.errors[name], t);
  if (kind === "pain") {
    const during = stage === "skip" ? "nprsDuringSkip" : "nprsDuring";
    const which = name === "nprsBefore" ? "nprsBefore" : name === "nprsDuring" ? during : "nprsAfter";
    return (
      <PainScale
        chosen={chosen === undefined ? undefined : Number(chosen)}
        error={error}
        hint={t(`painHint.${region}`)}
        isPageTitle
        name={name}
        question={t(`pain.${which}`)}
      />
    );
  }
  if (kind === "number") {
    return (
      <NumberField
        decimals
        defaultValue={chosen}
        error={error}
        label={text(question.question)}
        name={name}
        unit={t("hours")}
      />
    );
  }
  const choices =
    kind === "choice"
      ? question.choices.map(({ value, label }) => ({ value, label: text(label) }))
      : [
          { value: "no", label: t("gentle.no") },
          { value: "yes", label: t("gentle.yes") },
          { value: "rather-not", label: t("gentle.ratherNot") },
        ];
  return (
    <RadioGroup
      choices={choices}
      defaultValue={chosen}
      error={error}
      label={text(question.question)}
      look="box"
      name={name}
      rowsClass="grid gap-2"
    />
  );
}

/** Groups of signs. Where one was left untouched "I am not sure" joins its boxes: an honest answer that is not a no. */
function Signs({ questions, state }: { questions: readonly Of<"signs">[]; state: StepState }) {
  const t = useTranslations("patient.checkIn");
  const text = useText();
  const unsure = { value: "unsure", label: t("unsure") };
  const groups = questions.map(({ name, question, boxes }) => {
    const chosen = state.values[name] ?? [];
    const asksAgain = state.errors[name] === "chooseSigns" || chosen.includes(unsure.value);
    const choices = boxes.map(({ id, label }) => ({ value: id, label: text(label) }));
    return {
      name,
      question: t("signsQuestion", { group: text(question) }),
      choices: asksAgain ? [...choices, unsure] : choices,
      error: state.errors[name] === "temperature" ? undefined : errorWords(state.errors[name], t),
      chosen,
    };
  });
  const fever = questions.find(({ boxes }) => boxes.some(({ input }) => input === "feverC"));
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
