import type { useFormatter, useTranslations } from "next-intl";
import type { Tone } from "@/components/clinical/shape";
import type { ShapeName } from "@/components/clinical/shape-drawings";
import type { Locale } from "@/lib/i18n/locale";
import type { TimelineEvent } from "@/lib/records/timeline/event";

/** What the words of one thing that happened are made from. */
export type Words = {
  t: ReturnType<typeof useTranslations<"timeline">>;
  record: ReturnType<typeof useTranslations<"patientRecord">>;
  status: ReturnType<typeof useTranslations<"status">>;
  format: ReturnType<typeof useFormatter>;
  locale: Locale;
  massUnit: "kg" | "lb";
  timeZone: string;
};

/** One line of the list. */
export type Line = {
  shape: ShapeName;
  /** Where the shape's own tone would say too much. */
  tone?: Tone;
  title: string;
  detail: string | null;
  /** Under the patient's address. */
  href: string;
};

type Kind = TimelineEvent["kind"];
export type TellerOf<Some extends Kind> = {
  [One in Some]: (event: Extract<TimelineEvent, { kind: One }>, words: Words) => Line;
};

/** With a dot between what there is; null where there is nothing. */
export function joined(parts: readonly (string | null)[]): string | null {
  const words = parts.filter((part) => part !== null && part !== "");
  return words.length === 0 ? null : words.join(" · ");
}
