import type { RestrictionKind } from "./facts";
import type { Day } from "./days";

export const activityStandings = ["yes", "ask", "not-yet"] as const;
export type ActivityStanding = (typeof activityStandings)[number];

export const whyNots = [
  "restriction",
  "asked",
  "under-review",
  "denied",
  "revoked",
  "later",
  "over",
  "nobody-asked",
] as const;
/** Why the database does not let it stand as allowed. */
export type WhyNot = (typeof whyNots)[number];

/** How an activity or a clearance key stands, as the database says it. */
export type ActivityNow = {
  id: string;
  kind: "activity" | "key";
  standing: ActivityStanding;
  /** Null of what is allowed. */
  whyNot: WhyNot | null;
  closedBy: readonly RestrictionKind[];
  /** The key whose clearance speaks for the activity. */
  byKey: string | null;
  /** Of a key: the activities that its own sentence allows. */
  covers: readonly string[];
  hasClearance: boolean;
  maxKg: number | null;
  maxMinutes: number | null;
};

/** The activity that a restriction names in other words. */
const saysTheSame: Readonly<Partial<Record<RestrictionKind, string>>> = {
  "no-bending": "bending",
  "no-twisting": "twisting",
  "no-lifting": "lifting",
  "no-overhead": "overhead-work",
  driving: "driving",
};

/**
 * What a page lists beside the restrictions, so that nothing stands twice: a key's sentence instead of the activities that it allows, or, where the sentence would say
 * more than is true for one of them, the activities instead of the key. A key that nobody asked for is not listed, nor an activity that a
 * restriction names itself.
 */
export function listed<Row extends ActivityNow>(rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const spoken = new Set(
    rows.filter((row) => row.kind === "key" && row.hasClearance && speaksFor(row, byId)).map(({ id }) => id),
  );
  return rows.filter((row) => {
    if (row.kind === "key") return spoken.has(row.id);
    if (!row.hasClearance && row.closedBy.some((kind) => saysTheSame[kind] === row.id)) return false;
    return row.byKey === null || !spoken.has(row.byKey);
  });
}

/** Whether the key's sentence holds for everything that it covers. */
function speaksFor(key: ActivityNow, byId: ReadonlyMap<string, ActivityNow>): boolean {
  if (key.standing !== "yes") return true;
  return key.covers.every((id) => {
    const covered = byId.get(id);
    if (covered?.byKey !== key.id || covered.standing !== "yes") return false;
    return covered.maxKg === key.maxKg && covered.maxMinutes === key.maxMinutes;
  });
}

/**
 * The card under which the patient finds it. What nobody has asked for is to be asked from its typical day on, and "not yet" before: a typical
 * day never allows anything.
 * @param typicalOn null where only an individual decision can say
 */
export function cardOf(
  { standing, whyNot }: Pick<ActivityNow, "standing" | "whyNot">,
  typicalOn: Day | null,
  today: Day,
): ActivityStanding {
  if (whyNot === "nobody-asked" && typicalOn !== null && typicalOn <= today) return "ask";
  return standing;
}

/** Which third of its month a day lies in: as near as a guideline's day may be named. */
export function partOfMonth(day: Day): "early" | "middle" | "late" {
  const date = Number(day.slice(8, 10));
  if (date <= 10) return "early";
  return date <= 20 ? "middle" : "late";
}

/** Everyday things by their weight in kilograms, the lightest first. */
const weights = [
  { kg: 0.5, like: "bread" },
  { kg: 1, like: "water" },
  { kg: 2, like: "bottle" },
  { kg: 3.8, like: "milk" },
  { kg: 4.5, like: "potatoes" },
  { kg: 6.8, like: "ball" },
  { kg: 9, like: "rice" },
  { kg: 11.3, like: "flour" },
  { kg: 18, like: "dog-food" },
  { kg: 22.6, like: "cement" },
] as const;
type Comparison = (typeof weights)[number]["like"];

/** The heaviest everyday thing that is within the limit; null below the lightest one. */
export function weightLike(kg: number): Comparison | null {
  return weights.findLast((thing) => thing.kg <= kg)?.like ?? null;
}
