import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ExerciseFigure } from "@/components/figure/exercise-figure";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Disclosure } from "@/components/ui/small-parts";
import type { Dosage } from "@/lib/clinical/facts";
import type { ExercisePage } from "@/lib/records/library/load-exercise";

type Locale = "en" | "es";
type Texts = ExercisePage["texts"];

/** What the patient reads, in the reader's language, and on demand in the other one. */
export function InstructionsCard({
  figure,
  dosage,
  texts,
  figureHref,
}: {
  figure: ExercisePage["figure"];
  /** With which the exercise begins: how long its pose is held. */
  dosage: Dosage;
  texts: Texts;
  /** Where the figure is changed; null for who may not, and for what ships. */
  figureHref: string | null;
}) {
  const t = useTranslations("library.page");
  const locale = useLocale();
  const other = locale === "en" ? "es" : "en";
  return (
    <Card
      actions={figureHref === null ? undefined : <LinkButton href={figureHref}>{t("changeFigure")}</LinkButton>}
      title={t("patientReads")}
    >
      <div className="max-w-96 not-empty:mb-4">
        <ExerciseFigure alt={texts.textAlternative[locale]} dosage={dosage} figure={figure} />
      </div>
      <Instructions locale={locale} texts={texts} />
      <div className="mt-4 border-t border-line pt-3">
        <Disclosure summary={t("inOther", { language: t(`languages.${other}`) })}>
          <Instructions locale={other} texts={texts} />
        </Disclosure>
      </div>
    </Card>
  );
}

function Instructions({ texts, locale }: { texts: Texts; locale: Locale }) {
  const t = useTranslations("library.page");
  const sentences = [
    ["youNeed", texts.whatYouNeed],
    ["breathing", texts.breathing],
    ["commonMistake", texts.commonMistake],
    ["stopIf", texts.stopIf],
  ] as const;
  return (
    <dl className="grid max-w-prose gap-3">
      <Part name={t("setUp")}>
        <p lang={locale}>{texts.setUp[locale]}</p>
      </Part>
      <Part name={t("steps")}>
        <ol className="grid list-decimal gap-1 ps-5" lang={locale}>
          {texts.steps.map((step) => (
            <li key={step.en}>{step[locale]}</li>
          ))}
        </ol>
      </Part>
      {sentences.map(([key, text]) =>
        text ? (
          <Part key={key} name={t(key)}>
            <p lang={locale}>{text[locale]}</p>
          </Part>
        ) : null,
      )}
      <Part name={t("cues")}>
        <ul className="flex flex-wrap gap-x-4 gap-y-1" lang={locale}>
          {texts.cues.map((cue) => (
            <li key={cue.en}>{cue[locale]}</li>
          ))}
        </ul>
      </Part>
      <Part name={t("picture")}>
        <p lang={locale}>{texts.textAlternative[locale]}</p>
      </Part>
    </dl>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-12 font-medium text-ink-3">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
