import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { daysBetween } from "@/lib/clinical/days";
import type { LiftStep } from "@/lib/clinical/lift-steps";
import type { UsualRestriction } from "@/lib/clinical/restriction-defaults";
import type { DatedPhase, TimelineModifier } from "@/lib/clinical/timeline";
import type { Text } from "@/lib/clinical/facts";
import { dayIn, type Day } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { recordAct } from "@/lib/records/audit/record-act";
import { patientIdOf } from "@/lib/records/patients/care-scope";
import { withProtocols } from "@/lib/records/programs/clinical-content";
import { usualOf } from "@/lib/records/restrictions/usual";
import { findEpisodePage, type StoredEpisode } from "./episode-row";
import { readMet, type NamedMetLine } from "./met-by-record";
import { timelineModifiers } from "./shipped-modifiers";

/** A protocol in play with its phases, for what a shift moves. */
export type DatedProtocol = { id: string; title: Text; anchor: Day; day: number; phases: DatedPhase[] };

/** Everything that the page of an episode shows. Days are calendar days of the clinic, instants ISO texts. */
export type EpisodePage = Omit<StoredEpisode, "protocol" | "phaseWords"> & {
  today: Day;
  /** What the program's days count from. */
  startOn: Day;
  day: number;
  daysAfterProcedure: number;
  /** The episode's own first, then those that it follows too. */
  protocols: DatedProtocol[];
  /** What may be followed too. */
  addable: { id: string; title: Text }[];
  modifiers: TimelineModifier[];
  /** Signed lines that restrictions, conditions and second protocols speak against. */
  met: NamedMetLine[];
  /** What a surgeon usually orders now, and the lifting ladder by the patient's days. */
  usual: UsualRestriction[];
  ladder: LiftStep[];
  currentPhase: number;
};

/**
 * The latest episode of a patient, the open one first. One query; audited.
 * @throws {NotFound} where the actor is not on the care team, or there was never an episode
 */
export async function loadEpisode(actor: Actor, patientId: string, now: Date = new Date()): Promise<EpisodePage> {
  requirePermission(actor, "episode.read");
  const id = patientIdOf(patientId);
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const { stored, situation, running } = await findEpisodePage(tx, actor, id, today);
    await recordAct(tx, actor, "episode.read", { kind: "episode", id: stored.episodeId, patientId: id });
    const { protocol: own, phaseWords, ...episode } = stored;
    const known = withProtocols({ protocols: { [own.id]: own }, exercises: {} }, situation.otherProtocols).protocols;
    const followed = [{ protocol: own.id, anchor: situation.anchor }, ...situation.alsoProtocols];
    const protocols = followed.flatMap(({ protocol, anchor = situation.anchor }): DatedProtocol[] => {
      const facts = known[protocol];
      if (!facts) return [];
      const phases = facts.phases.map(({ n, name, dayStart }) => ({ n, name, dayStart }));
      return [{ id: protocol, title: facts.title, anchor, day: daysBetween(anchor, today), phases }];
    });
    return {
      ...episode,
      today,
      startOn: situation.anchor,
      day: daysBetween(situation.anchor, today),
      daysAfterProcedure: daysBetween(episode.procedureOn, today),
      protocols,
      addable: episode.published.filter(({ id: other }) => protocols.every((one) => one.id !== other)),
      modifiers: timelineModifiers(situation.settings.values),
      met: readMet(running, situation),
      ...usualOf({ own, phaseWords, region: stored.region, today, shiftDays: stored.shiftDays }, situation),
    };
  });
}
