import { halfPoundsOf, kilosOf } from "@/components/clinical/dosage-parts";

/** How a form names the ways to end; `none`: until a surgeon ends it. */
export const ends = ["none", "date", "phase", "clearance"] as const;

/** The verb's fields by the names that they have in a form, which several of on one page tell apart by their suffix. */
export function fieldNames(at: string, suffix: string): Record<string, string> {
  const named = (field: string) => `${field}-${suffix}`;
  const fields = ["kind", "region", "minutes", "untilDate", "untilPhase", "untilClearance"];
  return {
    ...Object.fromEntries(fields.map((field) => [`${at}${field}`, named(field)])),
    [`${at}kg`]: named("mass"),
    password: named("password"),
    reason: named("endNote"),
  };
}

/** The terms that a form holds: mass in the unit that stood beside it; what its kind and its way to end do not show is left out. */
export function termsIn(form: FormData, suffix: string) {
  const text = (field: string) => {
    const value = form.get(`${field}-${suffix}`);
    return typeof value === "string" ? value.trim() : "";
  };
  const kind = text("kind");
  const end = text("end");
  return {
    kind,
    region: text("region") || null,
    kg: kind === "lift-limit" ? massIn(text("mass"), text("unit"), numberIn(text("kgStood"))) : null,
    minutes: kind === "sit-limit" ? numberIn(text("minutes")) : null,
    untilDate: end === "date" ? text("untilDate") : null,
    untilPhase: end === "phase" ? numberIn(text("untilPhase")) : null,
    untilClearance: end === "clearance" ? text("untilClearance") : null,
  };
}

/**
 * Kilograms; null where nothing was typed, no number where what was typed is none or its unit is unknown.
 * @param stood kilograms that the field showed: in pounds they are rounded, and what nobody changed stays what was signed
 */
function massIn(typed: string, unit: string, stood: number | null): number | null {
  const mass = numberIn(typed);
  if (mass === null || unit === "kg") return mass;
  if (unit !== "lb") return Number.NaN;
  return stood !== null && mass === halfPoundsOf(stood) ? stood : kilosOf(mass);
}

function numberIn(typed: string): number | null {
  return typed === "" ? null : Number(typed.replace(",", "."));
}
