import { useLocale, useTranslations } from "next-intl";
import { useRestrictionEnd } from "@/components/clinical/restriction-list";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/small-parts";
import type { RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import type { EpisodePage } from "@/lib/records/episodes/load-episode";
import { restrictionInWords } from "../../_components/banner-words";
import { ChangeForm } from "./restrictions/change-form";
import { ConfirmForm } from "./restrictions/confirm-form";
import { DecisionLines } from "./restrictions/decision-lines";
import { EndForm } from "./restrictions/end-form";
import { OrderForm } from "./restrictions/order-form";
import type { Signer } from "./restrictions/sign-line";
import { UsualCard } from "./restrictions/usual-card";

/** What the surgeon forbids or limits now, until when, who signed it, and what was ordered before; orders are signed here. */
export function RestrictionsCard({
  page,
  patientId,
  massUnit,
  timeZone,
  signer,
  mayOrder,
  mayEnd,
}: {
  page: EpisodePage;
  patientId: string;
  massUnit: "kg" | "lb";
  timeZone: string;
  signer: Signer;
  mayOrder: boolean;
  mayEnd: boolean;
}) {
  const t = useTranslations("episode.restrictions");
  const record = useTranslations("patientRecord");
  const locale = useLocale();
  const endOf = useRestrictionEnd("dayYear");
  const inForce = page.restrictions.filter((restriction) => restriction.isInForce);
  const past = page.restrictions.filter((restriction) => !restriction.isInForce).toReversed();
  const phases = (page.protocols[0]?.phases ?? [])
    .filter(({ n }) => n > page.currentPhase)
    .map(({ n, name }) => ({ n, name: name[locale] }));
  const frame = { massUnit, phases };
  const words = (terms: RestrictionTerms) => restrictionInWords(terms, massUnit, record, locale);
  const isOpen = page.isOpen && mayOrder;
  return (
    <Card title={t("title")}>
      <div className="grid gap-3">
        {page.isOpen && mayEnd ? (
          <ConfirmForm
            patientId={patientId}
            signer={signer}
            unsigned={inForce.filter(({ isSigned }) => !isSigned).map(({ id }) => id)}
          />
        ) : null}
        {inForce.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
        <ul className="divide-y divide-line">
          {inForce.map((restriction) => {
            const name = words(restriction.terms);
            return (
              <li className="grid gap-1 py-2 first:pt-0 last:pb-0" key={restriction.id}>
                <p>
                  <span className="font-semibold">{name}</span> {endOf(restriction.terms) ?? t("open")}
                  {restriction.isSigned ? null : <span className="text-warn-ink"> {t("notSigned")}</span>}
                </p>
                <DecisionLines name={name} restriction={restriction} timeZone={timeZone} />
                {isOpen ? (
                  <div className="flex flex-wrap gap-x-4 gap-y-1">
                    <ChangeForm {...{ patientId, restriction, name, frame, signer }} mayLoosen={mayEnd} />
                    {mayEnd ? <EndForm {...{ patientId, name, signer }} restrictionId={restriction.id} /> : null}
                  </div>
                ) : null}
              </li>
            );
          })}
        </ul>
        {isOpen ? (
          <>
            <OrderForm frame={frame} patientId={patientId} signer={signer} />
            <UsualCard {...{ page, patientId, massUnit, signer }} />
          </>
        ) : null}
        {past.length === 0 ? null : (
          <Disclosure summary={t("history", { count: past.length })}>
            <ul className="grid gap-2">
              {past.map((restriction) => {
                const name = words(restriction.terms);
                return (
                  <li key={restriction.id}>
                    <span className="font-medium">{name}</span> {endOf(restriction.terms) ?? t("open")}{" "}
                    <span className="text-ink-2">{t(pastWord(restriction, page.restrictions))}</span>
                    <DecisionLines name={name} restriction={restriction} timeZone={timeZone} />
                  </li>
                );
              })}
            </ul>
          </Disclosure>
        )}
      </div>
    </Card>
  );
}

/** Why it no longer stands: it was changed, ended, or its end has come. */
function pastWord(
  { id, endedAt }: EpisodePage["restrictions"][number],
  all: EpisodePage["restrictions"],
): "wasChanged" | "wasEnded" | "ranOut" {
  if (endedAt === null) return "ranOut";
  return all.some(({ replacesId }) => replacesId === id) ? "wasChanged" : "wasEnded";
}
