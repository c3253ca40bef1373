import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { AppLink } from "@/components/ui/app-link";
import type { TimelineEvent } from "@/lib/records/timeline/event";
import { happenedInWords } from "./happened-words";

/** One thing that happened: its shape, its words as a link to where it stands, who did it and when. */
export function HappenedLine({
  event,
  patientId,
  timeZone,
  massUnit,
}: {
  event: TimelineEvent;
  patientId: string;
  timeZone: string;
  massUnit: "kg" | "lb";
}) {
  const t = useTranslations("timeline");
  const record = useTranslations("patientRecord");
  const status = useTranslations("status");
  const format = useFormatter();
  const locale = useLocale();
  const { shape, tone, title, detail, href } = happenedInWords(event, {
    t,
    record,
    status,
    format,
    locale,
    massUnit,
    timeZone,
  });
  const at = new Date(event.at);
  // A day without a time: the procedure, an end.
  const isDay =
    event.kind === "procedure" || event.kind === "expired" || (event.kind === "restriction" && event.act === "over");
  return (
    <li className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2.5 sm:grid-cols-[16px_minmax(0,1fr)_auto]">
      <span className="pt-0.5">
        <Shape name={shape} {...(tone === undefined ? {} : { tone })} />
      </span>
      <p className="min-w-0">
        <AppLink className="font-medium hover:underline" href={`/patients/${patientId}/${href}`}>
          {title}
        </AppLink>
        {event.by === null ? null : <span className="text-ink-3"> · {event.by}</span>}
        {detail === null ? null : <span className="block break-words text-ink-2">{detail}</span>}
      </p>
      <time className="text-12 text-ink-3 max-sm:col-start-2 sm:pt-0.5 sm:text-end" dateTime={event.at}>
        {format.dateTime(at, isDay ? "day" : "dayTime", { timeZone })}
      </time>
    </li>
  );
}
