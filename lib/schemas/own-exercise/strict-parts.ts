import { z } from "zod";
import {
  clearanceKeys,
  conditions,
  earliestRules,
  movementTags,
  rampGroups,
  regions,
  type Contraindication,
  type Earliest,
  type RegionalTag,
} from "@/lib/clinical/facts";
import { chosen, typedWhole } from "./pieces";

/** How a tag is spelt in a form: its name, and after a colon its region where it is about one. */
const tagsBySpelling: ReadonlyMap<string, RegionalTag> = new Map(
  movementTags.flatMap((tag) =>
    [null, ...regions].map((region) => [tagSpelling({ tag, region }), { tag, region }] as const),
  ),
);

export function tagSpelling({ tag, region }: RegionalTag): string {
  return region === null ? tag : `${tag}:${region}`;
}

export const regionalTag = z.string("badId").transform((spelt, context): RegionalTag => {
  const known = tagsBySpelling.get(spelt);
  if (known) return known;
  context.addIssue({ code: "custom", message: "badId" });
  return z.NEVER;
});

/** Rules that begin on a day; the other two have none. */
export const rulesWithDay: ReadonlySet<string> = new Set(["FROM_DAY", "CLEARANCE_FROM_DAY"]);

/** Numbers that a clinic writes itself rest on nothing that the product has read: their mark says so. */
const earliest = z
  .strictObject({ rule: chosen(earliestRules), day: typedWhole(0, 3650), phase: typedWhole(1, 12) })
  .superRefine(({ rule, day }, context) => {
    if (rulesWithDay.has(rule) && day === null) {
      context.addIssue({ code: "custom", path: ["day"], message: "required" });
    }
    if (!rulesWithDay.has(rule) && day !== null) {
      context.addIssue({ code: "custom", path: ["day"], message: "noDayForRule" });
    }
  })
  .transform(({ rule, day, phase }): Earliest => ({
    ...{ rule, day, phase },
    clearance: rule !== "FROM_DAY",
    basis: "background, unverified",
  }));

const severity = z.enum(["", "override", "block"], "chooseOne");

/** Each condition that the rules weigh, with what it means for this exercise; that none of them matters is said, not left open. */
const contraindications = z
  .strictObject({
    areNone: z.boolean("chooseOne"),
    byCondition: z.partialRecord(z.enum(conditions, "badId"), severity),
  })
  .transform(({ areNone, byCondition }, context): Contraindication[] => {
    const codes = conditions.flatMap((condition): Contraindication[] => {
      const weight = byCondition[condition] ?? "";
      return weight === "" ? [] : [{ condition, severity: weight }];
    });
    if ((codes.length === 0) !== areNone) {
      const message = areNone ? "noneAndSome" : "chooseOrNone";
      context.addIssue({ code: "custom", path: ["areNone"], message });
    }
    return codes;
  });

/** The parts by which an exercise is stricter or less strict than another one. */
export const strictParts = {
  tags: z
    .array(regionalTag)
    .min(1, "tagNeeded")
    .max(tagsBySpelling.size, "tooMany")
    .refine((tags) => new Set(tags.map(tagSpelling)).size === tags.length, "twice"),
  /** By protocol; that every protocol of the clinic is there is for the verb to see. */
  earliest: z
    .record(z.string().min(1, "badId").max(60, "badId"), earliest)
    .refine((rules) => Object.keys(rules).length > 0, "required"),
  clearanceKey: chosen(clearanceKeys),
  contraindications,
  rampGroup: z.enum(["", ...rampGroups], "chooseOne").transform((group) => (group === "" ? null : group)),
};

/** The same parts out of a form that is still being written. */
export const strictPartsSchema = z.object(strictParts);
