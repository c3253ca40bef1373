import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/small-parts";
import type { EpisodePage } from "@/lib/records/episodes/load-episode";
import { AddProtocolForm } from "./add-protocol-form";
import { EndProtocolForm } from "./end-protocol-form";

/** The episode's own protocol and those that it follows too, each on its own day, with who added and ended it. */
export function ProtocolsCard({
  page,
  patientId,
  timeZone,
}: {
  page: EpisodePage;
  patientId: string;
  timeZone: string;
}) {
  const t = useTranslations("episode.protocols");
  const format = useFormatter();
  const locale = useLocale();
  const [own] = page.protocols;
  const running = page.also.filter(({ ended }) => ended === null);
  const past = page.also.filter(({ ended }) => ended !== null);
  const when = (at: string) => format.dateTime(new Date(at), "dayYear", { timeZone });
  const dayOf = (id: string) => {
    const known = page.protocols.find((protocol) => protocol.id === id);
    return known ? t("day", { day: known.day, date: format.dateTime(new Date(known.anchor), "dayYear") }) : null;
  };
  return (
    <Card note={running.length > 0 ? t("note") : undefined} title={t("title")}>
      <ul className="divide-y divide-line">
        {own === undefined ? null : (
          <li className="pb-2">
            <span className="font-semibold">{own.title[locale]}</span>{" "}
            <span className="text-ink-2">{dayOf(own.id)}</span>
            <div className="text-12 text-ink-3">{t("own")}</div>
          </li>
        )}
        {running.map((also) => (
          <li className="grid gap-1 py-2" key={also.id}>
            <p>
              <span className="font-semibold">{also.title[locale]}</span>{" "}
              <span className="text-ink-2">{dayOf(also.protocolId)}</span>
            </p>
            <p>{also.reason}</p>
            <p className="text-12 text-ink-3">{t("added", { name: also.by, date: when(also.at) })}</p>
            {page.isOpen ? (
              <EndProtocolForm alsoProtocolId={also.id} patientId={patientId} title={also.title[locale]} />
            ) : null}
          </li>
        ))}
      </ul>
      <div className="grid gap-2">
        {page.isOpen && page.addable.length > 0 ? (
          <AddProtocolForm addable={page.addable} patientId={patientId} today={page.today} />
        ) : null}
        {past.length === 0 ? null : (
          <Disclosure summary={t("past")}>
            <ul className="grid gap-1.5">
              {past.map(({ id, title, reason, by, at, ended }) => (
                <li key={id}>
                  <span className="font-medium">{title[locale]}</span> {reason}
                  <div className="text-12 text-ink-3">
                    {t("added", { name: by, date: when(at) })}{" "}
                    {ended === null ? null : (
                      <>
                        {t("endedBy", { name: ended.by, date: when(ended.at) })} · {ended.reason}
                      </>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </Card>
  );
}
