import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { clearanceWords } from "@/lib/clinical/words";
import type { TemplatePhaseFacts } from "@/lib/schemas/template";
import { RemovePhaseForm } from "./remove-phase-form";
import type { Versions } from "./versions";

/** A phase in short: its days, what it waits for and limits, how many exercises it has. */
export function PhaseRow({
  phase,
  lines,
  of,
  templateId,
  versions,
}: {
  phase: TemplatePhaseFacts;
  lines: number;
  /** How many phases there are. */
  of: number;
  templateId: string;
  versions: Versions;
}) {
  const t = useTranslations("templateEditor");
  const locale = useLocale();
  const { n, name, dayStart, dayEndExclusive, entryCriteria, limits, blockedTags } = phase;
  const waits = entryCriteria.clearances.map((key) => clearanceWords[key][locale]).join(", ");
  const facts = [
    dayEndExclusive === null ? t("row.from", { dayStart }) : t("row.days", { dayStart, last: dayEndExclusive - 1 }),
    t("row.lines", { count: lines }),
    waits === "" ? t("row.noClearance") : t("row.waits", { keys: waits }),
    limits.liftKg === null ? t("row.noLift") : t("row.lift", { kg: limits.liftKg }),
    t("row.blocked", { count: blockedTags.length }),
  ];
  return (
    <li className="grid gap-1.5 border-t border-line px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1.5">
        <div className="min-w-0 flex-1 basis-60">
          <h3 className="font-semibold">
            {n} {name[locale]}
          </h3>
          <p className="text-ink-2">{facts.join(" · ")}</p>
        </div>
        <LinkButton aria-label={t("editPhase", { n })} href={`/templates/${templateId}/phases/${n}`}>
          {t("row.edit")}
        </LinkButton>
      </div>
      {of > 1 ? <RemovePhaseForm lines={lines} n={n} of={of} templateId={templateId} versions={versions} /> : null}
    </li>
  );
}
