import { useFormatter, useLocale, useTranslations } from "next-intl";
import { changeSentences } from "@/components/clinical/change-sentences";
import { historyWords } from "@/components/clinical/history-words";
import { Card } from "@/components/ui/card";
import { dateOf } from "@/lib/dates";
import type { HistoryEntry } from "@/lib/records/today/load-own-history";

/** What happened to a program, day by day, the newest first. */
export function HistoryList({ entries }: { entries: readonly HistoryEntry[] }) {
  const format = useFormatter();
  const days = Map.groupBy(entries, ({ on }) => on);
  return [...days].map(([on, ofDay]) => (
    <Card key={on} title={format.dateTime(dateOf(on), "dateWords")}>
      <ul className="grid gap-3">
        {ofDay.map((entry) => (
          <li key={`${entry.at} ${entry.kind}`}>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
    </Card>
  ));
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const t = useTranslations("myRecord.changes");
  const locale = useLocale();
  const { title, why } = historyWords(t, entry, locale);
  return (
    <>
      <p className="font-semibold">{title}</p>
      {entry.kind === "changes" ? (
        <ul className="my-1 grid list-disc gap-1 ps-5">
          {entry.changes.flatMap(({ name, change }) =>
            changeSentences(locale, change, name[locale]).map((sentence) => <li key={sentence}>{sentence}</li>),
          )}
        </ul>
      ) : null}
      <p className="text-16 text-ink-2">{why}</p>
    </>
  );
}
