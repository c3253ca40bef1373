import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { weekdayOf } from "@/lib/clinical/weekdays";
import { isOwed } from "@/lib/check-in/day-marks";
import { lastMarkedSession, type NextUp, nextUp } from "@/lib/check-in/next-up";
import { weekdayName } from "@/lib/i18n/weekdays";
import type { Today, TodayLine } from "@/lib/records/today/load-today";
import { useText } from "../../_components/words";
import { DayPart } from "./day-part";
import { isMarked } from "./part-of-session";
import { type Standing, useExerciseRow } from "./use-exercise-row";

/**
 * The day's open exercises with their marks; the next one is the page's filled button while it is their turn. Of several times a day the next time
 * waits for later: it can be begun, nothing urges to.
 */
export function ExerciseList({ today, isPrimary }: { today: Today; isPrimary: boolean }) {
  const t = useTranslations("patient.today");
  const row = useExerciseRow();
  const standing = useStanding();
  const { lines, hold, missedDays } = today;
  if (lines.length === 0) return <NoExercises today={today} />;
  const marks = lines.flatMap((line) => line.marks);
  const done = marks.filter((mark) => !isOwed(mark)).length;
  const next = isPrimary ? nextUp(lines) : null;
  return (
    <>
      {missedDays === 0 ? null : <p>{t("missed", { days: missedDays })}</p>}
      <DayPart
        is="exercises"
        intro={hold === null ? undefined : t("easy")}
        note={t("count", { done, count: marks.length })}
        rows={lines.map((line) => row(line, standing(line), true))}
        title={t("exercises")}
      />
      {next && <NextExercise isFirst={done === 0} next={next} />}
    </>
  );
}

function NextExercise({ next, isFirst }: { next: NextUp<TodayLine>; isFirst: boolean }) {
  const t = useTranslations("patient.today");
  const name = useText()(next.line.texts.name);
  const href = `/my/today/exercise/${next.line.id}` as const;
  if (next.isLater) {
    return (
      <DayPart is="next" action={t("startAgain", { name })} body={t("laterBody")} href={href} title={t("laterTitle")} />
    );
  }
  return (
    <LinkButton href={href} isWide variant="primary">
      {t(isFirst ? "start" : "next", { name })}
    </LinkButton>
  );
}

/** The latest mark; of several times a day also how many have theirs, and that the next one is for later. */
function useStanding(): (line: TodayLine) => Standing {
  const t = useTranslations("patient.today");
  return (line) => {
    const { marks } = line;
    const sign = isMarked(line) ? "done" : "not-yet";
    const last = lastMarkedSession(marks);
    if (last === null) return { sign, standing: t("marks.not-done"), isSaidByShape: true };
    const done = marks.filter((mark) => !isOwed(mark)).length;
    const latest = t(`marks.${marks[last - 1] ?? "not-done"}`);
    const often = marks.length === 1 ? "" : `. ${t("sessions", { done, count: marks.length })}`;
    const later = done === marks.length ? "" : ` ${t("nextTime")}`;
    return { sign, standing: latest + often + later, isSaidByShape: false };
  };
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
  const held = hold?.isUnsent ? "heldUnsentBody" : hold !== null && hold.placed !== null ? "heldOwnBody" : null;
  return (
    <Card>
      <EmptyState title={t(state)}>{t(held ?? `${state}Body`)}</EmptyState>
    </Card>
  );
}
