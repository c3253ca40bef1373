import { dosageSentences } from "@/components/clinical/dosage-sentences";
import { drawingOf } from "@/components/figure/drawing-of";
import { figureWords } from "@/components/figure/figure-words";
import { KeyPoses } from "@/components/figure/key-poses";
import type { Text } from "@/lib/clinical/facts";
import { stepsForSide } from "@/lib/clinical/steps-for-side";
import type { Locale } from "@/lib/i18n/locale";
import type { HandoutLine } from "@/lib/records/programs/load-handout";
import { handoutWords } from "./handout-words";

/** One exercise on paper: name, dosage in words, numbered key poses, how it is done, when to stop. It is not torn over two sheets. */
export function HandoutExercise({ line, number, locale }: { line: HandoutLine; number: number; locale: Locale }) {
  const t = handoutWords(locale);
  const { texts, figure, dosage, noteToPatient } = line;
  const drawing = figure && drawingOf(figure);
  const steps = stepsForSide(texts.steps, dosage.side);
  return (
    <li className="break-inside-avoid border-b border-edge py-4">
      <h3 className="text-20 font-bold">
        {number}. {texts.name[locale]}
      </h3>
      <p className="font-semibold">
        {dosageSentences(locale, dosage, { withFrequency: true, withEffort: true }).join(" ")}
      </p>
      {noteToPatient === null ? null : <Part title={t("exercise.note")}>{noteToPatient}</Part>}
      {drawing ? (
        <KeyPoses
          className="my-2 [&>li]:max-w-50"
          dosage={dosage}
          drawing={drawing}
          locale={locale}
          words={figureWords(locale)}
        />
      ) : null}
      <TextPart locale={locale} text={texts.whatYouNeed} title={t("exercise.need")} />
      <TextPart locale={locale} text={texts.setUp} title={t("exercise.setUp")} />
      {steps.length === 0 ? null : (
        <ol className="my-1 list-decimal ps-6">
          {steps.map((step) => (
            <li key={step.en}>{step[locale]}</li>
          ))}
        </ol>
      )}
      <TextPart locale={locale} text={texts.breathing} title={t("exercise.breathing")} />
      <TextPart locale={locale} text={texts.commonMistake} title={t("exercise.mistake")} />
      <p className="mt-2 rounded-6 border-2 border-ink px-3 py-1.5 font-semibold">
        {texts.stopIf == null ? t("exercise.stop") : texts.stopIf[locale]}
      </p>
    </li>
  );
}

function TextPart({ title, text, locale }: { title: string; text: Text | null | undefined; locale: Locale }) {
  return text == null ? null : <Part title={title}>{text[locale]}</Part>;
}

function Part({ title, children }: { title: string; children: string }) {
  return (
    <p>
      <strong>{title}:</strong> {children}
    </p>
  );
}
