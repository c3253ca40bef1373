import type { Text } from "@/lib/clinical/facts";
import type { ShippedTriage } from "@/lib/schemas/content/triage";

/** The words beside the box of a sign; a measured value has those of its input's only sign. */
export function signWords({ inputs }: Pick<ShippedTriage, "inputs">, key: string, value: string): Text[] {
  const signs = inputs.find((input) => input.key === key)?.signs ?? [];
  const exact = signs.find((sign) => String(sign.value) === value) ?? (signs.length === 1 ? signs[0] : undefined);
  return exact ? [exact.label] : [];
}

/** The rule about thoughts of self-harm, whose answer names the clinic's staffed line. */
export const moodCrisis = "mood-crisis";
