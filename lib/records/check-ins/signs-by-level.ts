import type { Text } from "@/lib/clinical/facts";
import { triage } from "@/lib/clinical/triage";
import { askedInputs } from "@/lib/clinical/triage/missing";
import type { TriageContext } from "@/lib/clinical/triage-content";
import type { ShippedTriage } from "@/lib/schemas/content/triage";

/** Warning signs, in the patient's words, by what each of them alone calls for. */
export type SignsByLevel = { emergency: Text[]; sameDay: Text[] };

/**
 * The warning signs that this person is asked about and that, with all else quiet, make an emergency or a call on the same day: what the rules of
 * the check-in say, for paper.
 */
export function signsByLevel(context: TriageContext, content: ShippedTriage): SignsByLevel {
  const askedKeys = new Set(askedInputs("full", context, content).map(({ key }) => key));
  const asked = content.inputs.filter(({ key, group }) => group !== null && askedKeys.has(key));
  const quiet = Object.fromEntries(asked.map(({ key, quiet: value }) => [key, value]));
  const signs = asked.flatMap(({ key, signs: boxes }) =>
    boxes.map(({ value, label }) => ({
      label,
      level: triage({ answers: { ...quiet, [key]: value }, context }, content).level,
    })),
  );
  const of = (wanted: string) => signs.flatMap(({ level, label }) => (level === wanted ? [label] : []));
  return { emergency: of("EMERGENCY"), sameDay: of("SAME_DAY_SURGEON") };
}
