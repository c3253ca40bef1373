import { useFormatter, useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/small-parts";
import type { PainEntry } from "@/lib/records/check-ins/pain-history";

const shapes = {
  NORMAL_SORENESS: "expected",
  REDUCE_DOSE: "reduce",
  HOLD_NOTIFY_PT: "hold",
  SAME_DAY_SURGEON: "same-day",
  EMERGENCY: "emergency",
} as const;
const shownAtOnce = 14;

/** Every answer, newest first; the older ones on demand. */
export function AnswerHistory({ entries, timeZone }: { entries: readonly PainEntry[]; timeZone: string }) {
  const t = useTranslations("patient.progress");
  const older = entries.slice(shownAtOnce);
  return (
    <Card isFlush title={t("history")}>
      <AnswerList entries={entries.slice(0, shownAtOnce)} timeZone={timeZone} />
      {older.length === 0 ? null : (
        <div className="border-t border-line px-4 py-1">
          <Disclosure summary={t("older")}>
            <div className="-mx-4">
              <AnswerList entries={older} timeZone={timeZone} />
            </div>
          </Disclosure>
        </div>
      )}
    </Card>
  );
}

function AnswerList({ entries, timeZone }: { entries: readonly PainEntry[]; timeZone: string }) {
  const t = useTranslations("patient.progress");
  const format = useFormatter();
  const score = (key: "before" | "during" | "after", n: number | null) =>
    n === null ? [] : [t(key, { n: String(n) })];
  return (
    <ul>
      {entries.map((entry) => {
        const { id, onDay, reportedAt, level, nprsBefore, nprsDuring, nprsAfter } = entry;
        const scores = [...score("before", nprsBefore), ...score("during", nprsDuring), ...score("after", nprsAfter)];
        return (
          <li className="flex items-start gap-3 border-t border-line px-4 py-2.5" key={id}>
            <Shape className="mt-0.5" name={shapes[level]} size={22} />
            <div className="min-w-0">
              <p className="font-semibold">
                {format.dateTime(new Date(onDay), "dayWords")},{" "}
                {format.dateTime(new Date(reportedAt), { timeZone, hour: "numeric", minute: "2-digit", hour12: true })}
              </p>
              <p className="text-16">{t(`levels.${level}`)}</p>
              {scores.length === 0 ? null : <p className="text-16 text-ink-2">{scores.join(" · ")}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
