import { z } from "zod";
import type { Text } from "@/lib/clinical/facts";
import type { TriageLevel } from "@/lib/clinical/triage-content";
import { firedRules, storedLevel } from "@/lib/records/check-ins/check-in-row";
import { type WhyAside, whysAside } from "./why-aside";

/** A report that was kept aside: the team reads it, and what it means, as far as it could be judged. */
export type KeptAside = {
  why: WhyAside;
  /** Null of a mark. */
  level: TriageLevel | null;
  /** To the patient, of the resulting level. */
  messages: Text[];
  isRepeat: boolean;
};

/** What a row says to the patient whose report it is. */
export function keptOf(row: { why: string; level: string | null; fired: unknown }, isRepeat: boolean): KeptAside {
  const level = storedLevel.nullable().parse(row.level);
  const fired = firedRules.parse(row.fired).filter((rule) => rule.level === level);
  return {
    why: z.enum(whysAside).parse(row.why),
    level,
    messages: fired.map(({ patientMessage }) => patientMessage),
    isRepeat,
  };
}
