import { useFormatter, useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import type { ShapeName } from "@/components/clinical/shape-drawings";
import { Card } from "@/components/ui/card";
import type { OwnProgram } from "@/lib/records/today/load-own-program";
import type { PlainCriterion } from "@/lib/records/today/plain-criteria";
import { useText } from "../../_components/words";

/** What comes next, what it is for, and what it needs: done, not yet, and who looks at the rest. */
export function NextStepCard({
  next,
  program: { surgeon, therapist },
}: {
  next: NonNullable<OwnProgram["next"]>;
  program: Pick<OwnProgram, "surgeon" | "therapist">;
}) {
  const t = useTranslations("myProgram.next");
  const text = useText();
  const { met, notYet, surgeon: bySurgeon, therapist: byTherapist } = next.criteria;
  const who = therapist ?? surgeon;
  return (
    <Card title={t("title", { name: text(next.name) })}>
      <div className="grid gap-3">
        {next.goal === null ? null : <p>{text(next.goal)}</p>}
        <p>{t(notYet.length === 0 ? "ready" : "needs", { name: who })}</p>
        <Group criteria={met} shape="met" title={t("met")} />
        <Group criteria={notYet} shape="unmet" title={t("notYet")} />
        <Group criteria={byTherapist} shape="unknown" title={t("therapist", { name: who })} />
        <Group criteria={bySurgeon} shape="unknown" title={t("surgeon", { name: surgeon })} />
      </div>
    </Card>
  );
}

function Group({ title, shape, criteria }: { title: string; shape: ShapeName; criteria: readonly PlainCriterion[] }) {
  const words = useCriterionWords();
  if (criteria.length === 0) return null;
  return (
    <section>
      <h3 className="text-16 font-semibold text-ink-2">{title}</h3>
      <ul className="mt-1 grid gap-1.5">
        {criteria.map((criterion) => (
          <li className="flex items-start gap-2" key={criterion.name}>
            <Shape className="mt-0.75 flex-none" name={shape} size={20} />
            <span className="min-w-0">{words(criterion, shape === "met")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useCriterionWords(): (criterion: PlainCriterion, isMet: boolean) => string {
  const t = useTranslations("myProgram.criteria");
  const format = useFormatter();
  return ({ name, n, on }, isMet) => {
    if (name === "minDay")
      return isMet || on === null
        ? t("minDayMet")
        : t("minDay", { date: format.dateTime(new Date(on), "dayMonthWords") });
    return t(name, { n: n ?? 0 });
  };
}
