import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { SegmentLinks } from "@/components/ui/tab-links";
import { timelineGroups } from "@/lib/records/timeline/event";
import type { Timeline } from "@/lib/records/timeline/load-timeline";
import { HappenedLine } from "./happened-line";

type Shown = { patientId: string; timeline: Timeline; timeZone: string; massUnit: "kg" | "lb" };

/** What happened to the patient, newest first, by kind; what is older comes by a link. */
export function HappenedCard({ patientId, timeline: { group, events, next, isNewest }, ...shown }: Shown) {
  const t = useTranslations("timeline");
  const address = (given: Record<string, string | null>) => {
    const query = new URLSearchParams(
      Object.entries(given).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
    ).toString();
    return `/patients/${patientId}/overview${query === "" ? "" : `?${query}`}#happened`;
  };
  return (
    <div className="scroll-mt-4" id="happened">
      <Card
        actions={
          <SegmentLinks
            label={t("kinds.label")}
            segments={[null, ...timelineGroups].map((one) => ({
              href: address({ happened: one }),
              label: t(`kinds.${one ?? "all"}`),
              isCurrent: one === group,
            }))}
          />
        }
        title={t("title")}
      >
        {events.length === 0 ? (
          <p className="text-ink-2">{t("none")}</p>
        ) : (
          <ol className="grid gap-2.5">
            {events.map((event) => (
              <HappenedLine event={event} key={event.id} patientId={patientId} {...shown} />
            ))}
          </ol>
        )}
        {isNewest && next === null ? null : (
          <nav aria-label={t("pages")} className="flex flex-wrap gap-2 pt-3">
            {isNewest ? null : <LinkButton href={address({ happened: group })}>{t("newest")}</LinkButton>}
            {next === null ? null : (
              <LinkButton href={address({ happened: group, older: next })} rel="next">
                {t("older")}
              </LinkButton>
            )}
          </nav>
        )}
      </Card>
    </div>
  );
}
