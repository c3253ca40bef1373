import { daysBetween } from "@/lib/clinical/days";
import type { TriageContext } from "@/lib/clinical/triage-content";
import type { Day } from "@/lib/dates";

/** Of an episode, what triage needs to know. */
export type TriagedEpisode = {
  protocolId: string;
  procedureType: "fusion" | "hardware" | "lumbar" | "injection";
  region: TriageContext["region"];
  technique: string;
  procedureDate: Day;
};

const procedures = { fusion: "FUSION", hardware: "HARDWARE", lumbar: "LUMBAR", injection: "INJECTION" } as const;

/** What the record says about the person on a day, in the words of triage. */
export function triageContextOf(episode: TriagedEpisode, onDay: Day): TriageContext {
  const daysSince = daysBetween(episode.procedureDate, onDay);
  const flare = lastFlareDay(episode);
  return {
    region: episode.region,
    procedureType: procedures[episode.procedureType],
    pathway: episode.protocolId === "fbss" ? "FBSS" : "STANDARD",
    surgical: episode.procedureType !== "injection",
    daysSince,
    inExpectedFlare: flare !== null && daysSince >= 0 && daysSince <= flare,
  };
}

/** The last day after an injection on which more pain is expected (BLUEMTN-ESI, VITALSPINE-RFA); null: on none. */
function lastFlareDay({ protocolId, technique }: TriagedEpisode): number | null {
  if (protocolId === "injection-epidural") return 7;
  return protocolId === "injection-facet-rfa" && /\brfa\b|radiofrequency/i.test(technique) ? 10 : null;
}
