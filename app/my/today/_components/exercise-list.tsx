import { useLocale, useTranslations } from "next-intl";
import { DosageWords } from "@/components/clinical/dosage-words";
import { Shape } from "@/components/clinical/shape";
import { FigureStill } from "@/components/figure/figure-still";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { weekdayOf } from "@/lib/clinical/weekdays";
import { weekdayName } from "@/lib/i18n/weekdays";
import type { Today, TodayLine } from "@/lib/records/today/load-today";
import { useText } from "../../_components/words";
import { isMarked } from "./part-of-session";

/** The day's open exercises with their marks; the next one is the page's filled button while it is their turn. */
export function ExerciseList({ today, isPrimary }: { today: Today; isPrimary: boolean }) {
  const t = useTranslations("patient.today");
  const words = useText();
  const { lines, hold } = today;
  if (lines.length === 0) return <NoExercises today={today} />;
  const next = lines.find((line) => !isMarked(line));
  const done = lines.filter(isMarked).length;
  return (
    <>
      <Card isFlush note={t("count", { done, count: lines.length })} title={t("exercises")}>
        {hold === null ? null : <p className="px-4 pb-2 text-16 text-ink-2">{t("easy")}</p>}
        <ul>
          {lines.map((line) => (
            <ExerciseRow key={line.id} line={line} />
          ))}
        </ul>
      </Card>
      {next && isPrimary ? (
        <LinkButton href={`/my/today/exercise/${next.id}`} isWide variant="primary">
          {t(done === 0 ? "start" : "next", { name: words(next.texts.name) })}
        </LinkButton>
      ) : null}
    </>
  );
}

function ExerciseRow({ line }: { line: TodayLine }) {
  const t = useTranslations("patient.today.marks");
  const words = useText();
  const mark = line.mark ?? "not-done";
  return (
    <li className="border-t border-line">
      <AppLink
        className="flex min-h-13 items-center gap-3 px-4 py-2.5 -outline-offset-2 hover:bg-inset"
        href={`/my/today/exercise/${line.id}`}
      >
        <span className="relative w-18 flex-none not-has-[.figure]:w-auto">
          <FigureStill figure={line.figure} side={line.dosage.side} />
          <span className="rounded-3 bg-surface [.figure+&]:absolute [.figure+&]:-start-1.5 [.figure+&]:top-0">
            <Shape name={isMarked(line) ? "done" : "not-yet"} size={22} />
          </span>
        </span>
        <span className="grid min-w-0 flex-1">
          <span className="font-semibold">{words(line.texts.name)}</span>
          <span className="text-16 text-ink-2">
            <DosageWords dosage={line.dosage} withFrequency />
          </span>
          <span className={isMarked(line) ? "text-16 font-medium" : "sr-only"}>{t(mark)}</span>
        </span>
        <Icon name="right" size={18} />
      </AppLink>
    </li>
  );
}

function NoExercises({ today: { phase, hold, notToday } }: { today: Today }) {
  const t = useTranslations("patient.today");
  const locale = useLocale();
  const [next] = notToday;
  if (next && hold === null) {
    return (
      <Card>
        <EmptyState title={t("rest")}>{t("restBody", { day: weekdayName(locale, weekdayOf(next.nextOn)) })}</EmptyState>
      </Card>
    );
  }
  const state = hold !== null ? "heldNone" : phase === null ? "noProgram" : "none";
  return (
    <Card>
      <EmptyState title={t(state)}>
        {t(hold !== null && hold.placed !== null ? "heldOwnBody" : `${state}Body`)}
      </EmptyState>
    </Card>
  );
}
