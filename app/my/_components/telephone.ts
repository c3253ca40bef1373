import type { Telephone } from "@/components/clinical/urgent-screens";

/** A number as it is dialled and as it is read. */
export function telephoneOf(shown: string): Telephone {
  return { number: shown.replace(/[^+\d]/g, ""), shown: shown.replaceAll(" ", "\u00a0") };
}
