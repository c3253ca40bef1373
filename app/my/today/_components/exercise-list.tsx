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
import { isOwed } from "@/lib/check-in/day-marks";
import { lastMarkedSession, type NextUp, nextUp } from "@/lib/check-in/next-up";
import { weekdayName } from "@/lib/i18n/weekdays";
import type { Today, TodayLine } from "@/lib/records/today/load-today";
import { useText } from "../../_components/words";
import { isMarked } from "./part-of-session";

/**
 * The day's open exercises with their marks; the next one is the page's filled button while it is their turn. Of several times a day the next time
 * waits for later: it can be begun, nothing urges to.
 */
export function ExerciseList({ today, isPrimary }: { today: Today; isPrimary: boolean }) {
  const t = useTranslations("patient.today");
  const { lines, hold, missedDays } = today;
  if (lines.length === 0) return <NoExercises today={today} />;
  const marks = lines.flatMap((line) => line.marks);
  const done = marks.filter((mark) => !isOwed(mark)).length;
  const next = isPrimary ? nextUp(lines) : null;
  return (
    <>
      {missedDays === 0 ? null : <p>{t("missed", { days: missedDays })}</p>}
      <Card isFlush note={t("count", { done, count: marks.length })} title={t("exercises")}>
        {hold === null ? null : <p className="px-4 pb-2 text-16 text-ink-2">{t("easy")}</p>}
        <ul>
          {lines.map((line) => (
            <ExerciseRow key={line.id} line={line} />
          ))}
        </ul>
      </Card>
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
      <Card title={t("laterTitle")}>
        <p className="mb-3">{t("laterBody")}</p>
        <LinkButton href={href} isWide>
          {t("startAgain", { name })}
        </LinkButton>
      </Card>
    );
  }
  return (
    <LinkButton href={href} isWide variant="primary">
      {t(isFirst ? "start" : "next", { name })}
    </LinkButton>
  );
}

function ExerciseRow({ line }: { line: TodayLine }) {
  const words = useText();
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
          <MarkWords line={line} />
        </span>
        <Icon name="right" size={18} />
      </AppLink>
    </li>
  );
}

/** The latest mark; of several times a day also how many have theirs, and that the next one is for later. */
function MarkWords({ line: { marks } }: { line: TodayLine }) {
  const t = useTranslations("patient.today");
  const last = lastMarkedSession(marks);
  if (last === null) return <span className="sr-only">{t("marks.not-done")}</span>;
  const done = marks.filter((mark) => !isOwed(mark)).length;
  return (
    <span className="text-16 font-medium">
      {t(`marks.${marks[last - 1] ?? "not-done"}`)}
      {marks.length === 1 ? null : `. ${t("sessions", { done, count: marks.length })}`}
      {done === marks.length ? null : ` ${t("nextTime")}`}
    </span>
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
  const held = hold?.isUnsent ? "heldUnsentBody" : hold !== null && hold.placed !== null ? "heldOwnBody" : null;
  return (
    <Card>
      <EmptyState title={t(state)}>{t(held ?? `${state}Body`)}</EmptyState>
    </Card>
  );
}
