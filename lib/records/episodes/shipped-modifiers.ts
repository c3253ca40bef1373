import type { SettingValues } from "@/lib/clinical/settings/entry";
import { modifierWith } from "@/lib/clinical/settings/with-settings";
import type { TimelineModifier } from "@/lib/clinical/timeline";
import { timelineModifiers as shipped } from "@/prisma/content/bundled";

/** The timeline modifiers with the weeks that the clinic has set, else with the shipped ones. */
export function timelineModifiers(values: SettingValues): TimelineModifier[] {
  return shipped.map((modifier) => {
    const { id, label, basis } = modifier;
    const [fromWeeks, toWeeks] = modifierWith(values, modifier).shiftWeeks;
    return { id, label, fromWeeks, toWeeks, basis };
  });
}
