import { useFormatter, useLocale, useTranslations } from "next-intl";
import { poundsOf } from "@/components/clinical/dosage-parts";
import { useRestrictionEnd } from "@/components/clinical/restriction-list";
import { Disclosure } from "@/components/ui/small-parts";
import { stepsToSet, type LiftStep } from "@/lib/clinical/lift-steps";
import type { RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import type { EpisodePage } from "@/lib/records/episodes/load-episode";
import { SourceIds } from "../../../../../_components/source-ids";
import { restrictionInWords } from "../../../_components/banner-words";
import { LadderForm } from "./ladder-form";
import type { Signer } from "./sign-line";
import { UsualForm } from "./usual-form";

/** What the protocol usually restricts now, and its lifting ladder, each a few clicks from the order. */
export function UsualCard({
  page,
  patientId,
  massUnit,
  signer,
}: {
  page: EpisodePage;
  patientId: string;
  massUnit: "kg" | "lb";
  signer: Signer;
}) {
  const t = useTranslations("episode.restrictions");
  const record = useTranslations("patientRecord");
  const format = useFormatter();
  const locale = useLocale();
  const endOf = useRestrictionEnd("dayYear");
  const inForce = page.restrictions.filter((restriction) => restriction.isInForce);
  const stands = ({ kind, region }: RestrictionTerms) =>
    inForce.some(({ terms }) => terms.kind === kind && (terms.region === null || terms.region === region));
  const usual = page.usual.filter(({ terms }) => !stands(terms));
  const steps = stepsToSet(page.ladder);
  const others = page.ladder.filter(({ kg, from }) => kg !== null && steps.every((step) => step.from !== from));
  const own = page.ladder.find(({ kg }) => kg === null);
  const title = page.protocols[0]?.title[locale] ?? "";
  const day = (iso: string) => format.dateTime(new Date(iso), "dayYear");
  const dates = ({ from, until }: LiftStep) =>
    until === null ? t("ladderFrom", { from: day(from) }) : t("ladderDates", { from: day(from), until: day(until) });
  const weight = (kg: number) => t("ladderStep", { kg, lb: poundsOf(kg) });
  return (
    <>
      <UsualForm
        choices={usual.map(({ terms, condition, sources }) => ({
          value: JSON.stringify(terms),
          label: [restrictionInWords(terms, massUnit, record, locale), endOf(terms)]
            .filter((part) => part !== null)
            .join(" "),
          hint: condition === null ? undefined : t("usualCondition", { words: condition[locale] }),
          source: <SourceIds ids={sources.slice(0, 3)} />,
          isChosen: condition === null,
        }))}
        patientId={patientId}
        signer={signer}
        title={t("usual", { title, count: usual.length })}
      />
      {steps.length === 0 ? null : (
        <Disclosure summary={t("ladder")}>
          <LadderForm
            choices={steps.map((step) => ({
              value: String(step.kg),
              label: weight(step.kg),
              hint: step.isNow ? t("ladderIsNow", { dates: dates(step) }) : (endOf(step.terms) ?? undefined),
              source: <SourceIds ids={step.sources} />,
            }))}
            now={steps.find(({ isNow }) => isNow)?.kg.toString()}
            patientId={patientId}
            restrictionId={inForce.find(({ terms }) => terms.kind === "lift-limit")?.id ?? null}
            signer={signer}
          />
          {others.length === 0 ? null : (
            <div className="mt-2 text-12 text-ink-3">
              <p>{t("ladderLater")}</p>
              <ul>
                {others.map((step) => (
                  <li key={step.from}>
                    {weight(step.kg ?? 0)}: {dates(step)} <SourceIds ids={step.sources} />
                  </li>
                ))}
              </ul>
            </div>
          )}
          {own === undefined ? null : (
            <p className="mt-2 text-12 text-ink-3">
              {dates(own)}: {own.note?.[locale]} <SourceIds ids={own.sources} />
            </p>
          )}
        </Disclosure>
      )}
    </>
  );
}
