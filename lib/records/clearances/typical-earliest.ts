import { z } from "zod";
import { earliestRules } from "@/lib/clinical/facts";
import type { SettingValues } from "@/lib/clinical/settings/entry";
import { activityDayWith } from "@/lib/clinical/settings/with-settings";
import { Prisma } from "@/lib/db/generated/client";
import type { Evidence } from "./evidence";
import type { SubjectTexts } from "./subject-texts";

type Typical = Evidence["time"]["typical"];
const basis = z.enum(["sourced", "background, unverified"]);

/** When the exercises and phases that a key opens may begin in the episode's protocol, as the clinic's library says. */
export const typicalOfKeys = z.array(
  z.strictObject({
    /** The exercise; null of a phase, whose day is the template's own. */
    code: z.string().nullable(),
    earliest: z.strictObject({
      rule: z.enum(earliestRules),
      day: z.number().nullable(),
      phase: z.number().nullable(),
      clearance: z.boolean(),
      basis,
    }),
    sources: z.array(z.string()),
  }),
);

/** The same as a JSON value, for a query over a clearance c with its subject s; `protocol` is an SQL expression. Empty for an activity. */
export function typicalOfKeysIn(protocol: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT coalesce(jsonb_agg(found), '[]') FROM (
      SELECT x.code, (x.facts -> 'earliest' -> ${protocol}) AS earliest, x.facts -> 'sources' AS sources
      FROM exercise x WHERE x.clinic_id = c.clinic_id AND x.facts ->> 'clearanceKey' = ANY (c.opens_keys)
        AND (x.facts -> 'earliest' -> ${protocol} ->> 'clearance')::boolean
      UNION ALL
      SELECT NULL, jsonb_build_object('rule', 'FROM_DAY', 'day', phase -> 'dayStart', 'phase', phase -> 'n', 'clearance', true,
        'basis', 'sourced'), phase -> 'sources'
      FROM template t
      JOIN template_version v ON v.clinic_id = t.clinic_id AND v.template_id = t.id AND v.published_at IS NOT NULL,
        jsonb_array_elements(v.facts -> 'phases') AS phase
      WHERE t.clinic_id = c.clinic_id AND t.origin = 'shipped' AND t.protocol_id = ${protocol} AND phase -> 'entryClearances' ?| c.opens_keys
    ) AS found WHERE s.kind = 'key')`;
}

/** The same of one protocol of an episode, with what its dates depend on, for `typicalStart`; empty where the protocol does not name it. */
export function typicalIn<Days extends { id: string; ofKeys?: z.output<typeof typicalOfKeys> }>(
  subject: { id: string; texts: Pick<SubjectTexts, "typicalEarliest" | "sources"> },
  { ofKeys = [], ...days }: Days,
  values: SettingValues,
): (Omit<Days, "ofKeys"> & { typical: NonNullable<Typical> })[] {
  const typical = typicalOf(subject, days.id, ofKeys, values);
  return typical === null ? [] : [{ ...days, typical }];
}

/**
 * The guideline's typical earliest day: of the activity itself, or for a key the first day on which anything that it opens may begin. A
 * suggestion, never a rule; null where the content names none.
 * @param values the numbers that the clinic has set
 */
function typicalOf(
  { id, texts }: { id: string; texts: Pick<SubjectTexts, "typicalEarliest" | "sources"> },
  protocol: string,
  ofKeys: z.output<typeof typicalOfKeys>,
  values: SettingValues,
): Typical {
  const ofActivity = texts.typicalEarliest[protocol];
  if (ofActivity) {
    const { rule, earliestDay, basis: known } = ofActivity;
    return {
      day: activityDayWith(values, id, protocol, earliestDay),
      isAvoided: rule === "AVOID_UNLESS_SURGEON_OVERRIDES",
      basis: known,
      sources: texts.sources,
    };
  }
  const own = ofKeys.map(({ code, earliest, sources }) => {
    const day = values[`earliest.${code}.${protocol}`] ?? earliest.day;
    return { earliest: { ...earliest, day }, sources };
  });
  const dated = own.filter(({ earliest }) => earliest.day !== null);
  const first = dated.toSorted((one, other) => (one.earliest.day ?? 0) - (other.earliest.day ?? 0))[0] ?? own[0];
  if (!first) return null;
  const { earliest, sources } = first;
  return { day: earliest.day, isAvoided: earliest.rule === "AVOID", basis: earliest.basis, sources };
}
