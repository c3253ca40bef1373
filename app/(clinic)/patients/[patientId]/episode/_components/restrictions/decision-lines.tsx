import { useFormatter, useTranslations } from "next-intl";
import type { EpisodePage } from "@/lib/records/episodes/load-episode";
import { VerifyButton } from "./verify-button";

type Restriction = EpisodePage["restrictions"][number];

/** Who ordered, changed, confirmed and ended a restriction, each with its signature; at admission nobody signed. */
export function DecisionLines({
  restriction,
  name,
  timeZone,
}: {
  restriction: Restriction;
  /** In words. */
  name: string;
  timeZone: string;
}) {
  const t = useTranslations("episode.restrictions");
  const format = useFormatter();
  const when = (at: string) => format.dateTime(new Date(at), "dayYear", { timeZone });
  const { decisions, by, at } = restriction;
  const isOfAdmission = !decisions.some(({ act }) => act === "ordered" || act === "changed");
  return (
    <ul className="text-12 text-ink-3">
      {isOfAdmission ? <li>{t("acts.admission", { name: by, date: when(at) })}</li> : null}
      {decisions.map((decision) => (
        <li className="flex flex-wrap items-center gap-x-2" key={decision.id}>
          <span>
            {t(`acts.${decision.act}`, { name: decision.by, date: when(decision.at) })}
            {decision.reason === null ? null : <span className="text-ink-2"> {decision.reason}</span>}
          </span>
          <VerifyButton decisionId={decision.id} name={name} />
        </li>
      ))}
    </ul>
  );
}
