import { getLocale, getTranslations } from "next-intl/server";
import { StaircasePicture } from "@/components/brand/staircase-picture";
import { Shape } from "@/components/clinical/shape";
import { Stamp } from "@/components/ui/small-parts";
import type { Persona } from "@/lib/access/demo";
import { PersonaList } from "./persona-list";

const steps = ["protection", "static", "dynamic", "aerobic", "strength", "sport"] as const;

/** One of each kind comes first; the others open on demand. */
const shownFirst = 5;

/** The staircase, and the people of the demo clinic where there is one. */
export async function EntryAside({
  personas,
  chosenLocale,
}: {
  personas: readonly Persona[];
  chosenLocale: string | null;
}) {
  const t = await getTranslations("signIn");
  const inLanguage = {
    en: await getTranslations({ locale: "en", namespace: "signIn" }),
    es: await getTranslations({ locale: "es", namespace: "signIn" }),
  };
  const locale = await getLocale();
  const shown = personas.map((persona) => {
    const own = persona.role === "patient" ? persona.locale : locale;
    const say = inLanguage[own];
    return { ...persona, locale: own, line: say(`roles.${persona.role}`), enterWord: say("enter") };
  });
  return (
    <>
      <div className="grid gap-8">
        <p className="max-w-md text-32 font-title tracking-tight text-balance">{t("promise")}</p>
        <div className="max-sm:hidden">
          <StaircasePicture
            label={t("stairs")}
            steps={steps.map((step) => ({ title: t(`steps.${step}.title`), note: t(`steps.${step}.note`) }))}
          />
        </div>
      </div>
      {personas.length === 0 ? null : (
        <section aria-labelledby="personas" className="grid gap-3">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h2 className="text-20 font-title" id="personas">
              {t("lookAround")}
            </h2>
            <Stamp>{t("demoClinic")}</Stamp>
            <p className="text-13 text-ink-2 sm:ms-auto">{t("invented")}</p>
          </div>
          <PersonaList
            chosenLocale={chosenLocale}
            more={{ word: t("more", { count: shown.length - shownFirst }), personas: shown.slice(shownFirst) }}
            personas={shown.slice(0, shownFirst)}
          />
          <p className="flex items-center gap-2 text-13 text-ink-2">
            <Shape name="caution" />
            {t("noRealData")}
          </p>
        </section>
      )}
    </>
  );
}
