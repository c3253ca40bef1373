import { emergencyNumbers } from "@/prisma/content/bundled";

/** The number that brings an ambulance in a country (ISO 3166-1 alpha-2); null where the content names none: somebody must say it. */
export function emergencyNumberOf(country: string): string | null {
  return Object.hasOwn(emergencyNumbers, country) ? (emergencyNumbers[country]?.number ?? null) : null;
}
