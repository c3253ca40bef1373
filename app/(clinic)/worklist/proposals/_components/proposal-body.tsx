import { useFormatter, useTranslations } from "next-intl";
import { FindingList } from "@/components/clinical/finding-list";
import { UnverifiedMark, unverifiedSource } from "@/components/clinical/unverified-mark";
import { AppLink } from "@/components/ui/app-link";
import type { Locale } from "@/lib/i18n/locale";
import { sourceTitles } from "@/lib/records/library/names";
import type { JudgedProposal } from "@/lib/records/proposals/judged-proposal";
import { VersionChangeList } from "../../../templates/_components/version-change-list";
import { ChangeList } from "../../../patients/[patientId]/program/_components/history/change-list";

/** A draft to read: what it changes, why, and what the rules find in what changes. */
export function ProposalBody({ item, locale }: { item: JudgedProposal; locale: Locale }) {
  const t = useTranslations("proposals");
  const { changes, names, judged, general, proposed, patientId, switched, refusal } = item;
  const format = useFormatter();
  const kept = proposed.kind === "template" ? proposed.kept : [];
  const nameOf = (exercise: string) => names[exercise]?.[locale] ?? exercise;
  const [lines, leftOut] = proposed.kind === "dosage" ? [proposed.lines, proposed.leftOut] : [[], []];
  return (
    <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
      <section>
        <h3 className="font-semibold">{t("changesTitle", { number: item.follows })}</h3>
        {changes.length === 0 ? <p className="text-ink-2">{t("noLines")}</p> : null}
        <ChangeList changes={changes} names={names} />
        {switched === null ? null : (
          <div className="pt-2">
            <h3 className="pb-1 font-semibold">{t("phases")}</h3>
            <VersionChangeList version={switched} />
          </div>
        )}
        <AppLink className="link-alone" href={`/patients/${patientId}/program`}>
          {t("edit")}
        </AppLink>
      </section>
      <div className="grid content-start gap-4">
        {lines.length === 0 ? null : (
          <section>
            <h3 className="pb-1 font-semibold">{t("because")}</h3>
            <ul className="grid gap-1">
              {lines.map(({ proposalId, exercise, because }) => (
                <Because because={because[locale]} key={proposalId} name={nameOf(exercise)} />
              ))}
            </ul>
            <Grounds sources={lines.flatMap(({ source }) => source)} />
          </section>
        )}
        {leftOut.length === 0 ? null : (
          <section>
            <h3 className="pb-1 font-semibold">{t("leftOut")}</h3>
            <ul className="grid gap-1">
              {leftOut.map(({ exercise, phase, because }) => (
                <Because because={because[locale]} key={`${phase} ${exercise}`} name={nameOf(exercise)} />
              ))}
            </ul>
          </section>
        )}
        {kept.length === 0 ? null : (
          <section>
            <h3 className="pb-1 font-semibold">{t("kept")}</h3>
            <p>{format.list(kept.map(({ exercise, what }) => t("keptWhat", { what, name: nameOf(exercise) })))}</p>
          </section>
        )}
        <section>
          <h3 className="pb-1 font-semibold">{t("findings")}</h3>
          {judged.length + general.length === 0 && refusal === null ? (
            <p className="text-ink-2">{t("noFindings")}</p>
          ) : null}
          {refusal === null ? null : <p className="pb-1">{t("refusals", { reason: refusal })}</p>}
          <ul className="grid gap-2">
            {general.length === 0 ? null : (
              <li className="grid gap-1">
                <p>{t("program")}</p>
                <FindingList areSourcesApart findings={general} sources={sourceTitles} />
              </li>
            )}
            {judged.map(({ exercise, phase, findings }) => (
              <li className="grid gap-1" key={`${phase} ${exercise}`}>
                <p>
                  {nameOf(exercise)} <span className="text-12 text-ink-3">{t("inPhase", { n: phase })}</span>
                </p>
                <FindingList areSourcesApart findings={findings} sources={sourceTitles} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

function Because({ name, because }: { name: string; because: string }) {
  return (
    <li>
      <span className="font-semibold">{name}:</span> {because}
    </li>
  );
}

/** What the reasons rest on, each source once. */
function Grounds({ sources }: { sources: readonly string[] }) {
  const named = new Set(sources);
  const isUnverified = named.delete(unverifiedSource);
  return (
    <p className="pt-1 text-12 text-ink-2">
      {[...named].map((id) => sourceTitles[id]?.title ?? id).join(", ")} {isUnverified ? <UnverifiedMark /> : null}
    </p>
  );
}
