import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import type { PhaseChange } from "@/lib/draft/compare-phases";
import type { VersionChange } from "@/lib/records/templates/version-change";
import { PhaseSide } from "./phase-side";
import { LessStrictPoints } from "./less-strict-points";

/** What a newer version of the template changes in its phases, and in what it is less strict than the protocol, with the reason. */
export function VersionChangeList({ version }: { version: VersionChange }) {
  const t = useTranslations("templates.compare");
  const { templateId, from, to, phases, lessStrict, lessStrictReason } = version;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {phases.length === 0 ? <p className="text-ink-2">{t("samePhases")}</p> : null}
      {phases.map((phase) => (
        <ChangedPhase
          change={phase}
          key={phase.n}
          states={[t("version", { number: from }), t("version", { number: to })]}
        />
      ))}
      {lessStrict.length === 0 ? null : (
        <section>
          <h4 className="font-semibold">{t("lessStrict", { number: to })}</h4>
          <LessStrictPoints points={lessStrict} />
          <p className="pt-1 text-ink-2">{t("why", { reason: lessStrictReason ?? "" })}</p>
        </section>
      )}
      <AppLink className="link-alone" href={`/templates/${templateId}/compare?from=${from}&to=${to}`}>
        {t("whole", { from, to })}
      </AppLink>
    </div>
  );
}

function ChangedPhase({
  change: { n, before, after, keys },
  states,
}: {
  change: PhaseChange;
  states: readonly [string, string];
}) {
  const t = useTranslations("templates.compare");
  const locale = useLocale();
  const only = before && after ? keys : undefined;
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <h4 className="font-semibold">
        {t("phase", { title: `${n} ${(after ?? before)?.name[locale] ?? ""}` })}{" "}
        {keys.length === 0 ? null : (
          <span className="font-normal text-ink-2">
            {t("differs", { keys: keys.map((key) => t(`keys.${key}`)).join(", ") })}
          </span>
        )}
      </h4>
      <div className="grid gap-2 sm:grid-cols-2">
        <PhaseSide only={only} phase={before} state={states[0]} />
        <PhaseSide only={only} phase={after} state={states[1]} />
      </div>
    </section>
  );
}
