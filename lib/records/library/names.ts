import type { Text } from "@/lib/clinical/facts";
import { conditionTexts, sources } from "@/prisma/content/bundled";

/** The conditions that the rules weigh, by code. */
export const conditionNames: Record<string, Text> = Object.fromEntries(
  Object.entries(conditionTexts).map(([condition, { label }]) => [condition, label]),
);

/** Title and address of every source that the shipped content names, by its id. */
export const sourceTitles: Readonly<Record<string, { title: string; href?: string }>> = Object.fromEntries(
  Object.entries(sources).map(([id, { title, address }]) => [
    id,
    address.startsWith("http") ? { title, href: address } : { title },
  ]),
);
