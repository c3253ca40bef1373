import { useTranslations } from "next-intl";
import { DosageWords } from "@/components/clinical/dosage-words";
import { Shape } from "@/components/clinical/shape";
import { ExerciseFigure } from "@/components/figure/exercise-figure";
import type { Text } from "@/lib/clinical/facts";
import { stepsForSide } from "@/lib/clinical/steps-for-side";
import type { TodayLine } from "@/lib/records/today/load-today";
import { useText } from "../../../../_components/words";

/** Name and dosage, the figure, then how it is done in order, then when to stop. */
export function ExerciseInstructions({ line: { texts, figure, dosage, noteToPatient } }: { line: TodayLine }) {
  const t = useTranslations("patient.exercise");
  const text = useText();
  const steps = stepsForSide(texts.steps, dosage.side);
  return (
    <>
      <title>{`${text(texts.name)} · Phasewise`}</title>
      <div>
        <h1 className="text-26 font-bold tracking-tight">{text(texts.name)}</h1>
        <p className="text-20 text-ink-2">
          <DosageWords dosage={dosage} withEffort withFrequency />
        </p>
      </div>
      <ExerciseFigure alt={text(texts.textAlternative ?? texts.name)} dosage={dosage} figure={figure} />
      {noteToPatient === null ? null : (
        <section className="rounded-14 border border-accent-line bg-accent-tint px-4 py-3">
          <h2 className="text-16 font-semibold text-ink-2">{t("note")}</h2>
          <p>{noteToPatient}</p>
        </section>
      )}
      <Part text={texts.whatYouNeed} title={t("need")} />
      <Part text={texts.setUp} title={t("setUp")} />
      {steps.length === 0 ? null : (
        <section>
          <h2 className="text-16 font-semibold text-ink-2">{t("steps")}</h2>
          <ol className="grid gap-2">
            {steps.map((step, index) => (
              <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-2" key={step.en}>
                <span aria-hidden="true" className="font-bold text-accent-ink">
                  {index + 1}
                </span>
                <span>{text(step)}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <Part text={texts.breathing} title={t("breathing")} />
      <Part text={texts.commonMistake} title={t("mistake")} />
      <div className="flex items-start gap-2.5 rounded-14 border border-care-line bg-care-tint px-4 py-3">
        <Shape className="mt-0.5" name="caution" size={22} />
        <p className="min-w-0">{texts.stopIf == null ? t("stop") : text(texts.stopIf)}</p>
      </div>
    </>
  );
}

function Part({ title, text }: { title: string; text: Text | null | undefined }) {
  const words = useText();
  if (text == null) return null;
  return (
    <section>
      <h2 className="text-16 font-semibold text-ink-2">{title}</h2>
      <p>{words(text)}</p>
    </section>
  );
}
