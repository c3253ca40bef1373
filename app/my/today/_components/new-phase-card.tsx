import { useFormatter, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { NewPhase } from "@/lib/records/today/new-phase";
import { useText } from "../../_components/words";
import { seePhaseAction } from "../../program/actions";

/** Another step has begun and what it is for, or why it went one back, until the patient says that they have read it. */
export function NewPhaseCard({ phase: { id, isBack, name, goal, on, by } }: { phase: NewPhase }) {
  const t = useTranslations("myProgram.newPhase");
  const format = useFormatter();
  const text = useText();
  return (
    <Card title={t(isBack ? "backTitle" : "title", { name: text(name) })}>
      {isBack ? <p>{t("backBody")}</p> : null}
      {goal === null ? null : <p>{text(goal)}</p>}
      <p className="mt-2 text-16 text-ink-2">
        {t("by", { name: by, date: format.dateTime(new Date(on), "dayMonthWords") })}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <form action={seePhaseAction}>
          <input name="phaseChangeId" type="hidden" value={id} />
          <SubmitButton variant="secondary">{t("ok")}</SubmitButton>
        </form>
        <LinkButton href="/my/program">{t("more")}</LinkButton>
      </div>
    </Card>
  );
}
