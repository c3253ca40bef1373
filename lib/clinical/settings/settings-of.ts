import type { ContentWithEntry } from "../entry-criteria";
import type { TriageLevelFacts } from "../triage-content";
import { activitySettings, earliestSettings, entrySettings, type ActivityDays } from "./content-entries";
import type { SettingEntry } from "./entry";
import {
  ladderSettings,
  modifierSettings,
  replySettings,
  ruleSettings,
  triageSettings,
  type LadderStep,
  type ModifierWeeks,
  type TriageNumber,
} from "./shipped-entries";

/** The content as far as its numbers are a clinic's to set. */
export type SettableContent = {
  clinical: ContentWithEntry;
  triage: {
    levels: readonly Pick<TriageLevelFacts, "code" | "label" | "slaMinutes">[];
    parameters: Readonly<Record<string, TriageNumber>>;
  };
  activities: readonly ActivityDays[];
  liftingLadder: Readonly<Record<string, readonly LadderStep[]>>;
  timelineModifiers: readonly ModifierWeeks[];
  /** By id. */
  sources: Readonly<Record<string, unknown>>;
};

/** Every number that a clinic may set, with its default, bounds, words and what stands behind it; part by part. */
export function settingsOf(content: SettableContent): SettingEntry[] {
  const { clinical, triage, activities, liftingLadder, timelineModifiers, sources } = content;
  return [
    ...ruleSettings(),
    ...triageSettings(triage.parameters, new Set(Object.keys(sources))),
    ...replySettings(triage.levels),
    ...Object.values(clinical.protocols).flatMap(entrySettings),
    ...Object.values(clinical.exercises).flatMap(earliestSettings),
    ...activities.flatMap(activitySettings),
    ...Object.entries(liftingLadder).flatMap(([protocol, steps]) => ladderSettings(protocol, steps)),
    ...timelineModifiers.flatMap(modifierSettings),
  ];
}
