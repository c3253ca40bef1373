import { z } from "zod";
import type { ContentWithEntry } from "@/lib/clinical/entry-criteria";
import type { ClinicalSettings } from "@/lib/clinical/settings";
import type { SettingValues } from "@/lib/clinical/settings/entry";
import { contentWith, rulesWith, triageNumbersOf } from "@/lib/clinical/settings/with-settings";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";
import { liftingLadder } from "@/prisma/content/bundled";

/** The numbers that a clinic's rules work with now. */
export type CurrentSettings = {
  /** 0: as shipped. */
  version: number;
  /** The numbers of the rules, all of them. */
  clinical: ClinicalSettings;
  /** By parameter name, those that the clinic has set. */
  triage: Record<string, number>;
  /** The staffed line for somebody who thinks of self-harm; null: the question is not asked. */
  crisisPhone: string | null;
  /** Everything that the clinic has set, by setting id. */
  values: SettingValues;
};

const storedSettings = z
  .strictObject({
    number: z.number(),
    values: z.record(z.string(), z.number()),
    crisisPhone: z.string().nullable(),
  })
  .nullable();

/** The newest version as one JSON value for `readSettings`, of the clinic whose id the SQL names: it rides on a query that is made anyway. */
export function settingsOfClinic(clinicId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT jsonb_build_object('number', cs.number, 'values', cs.values, 'crisisPhone', cs.crisis_phone) FROM clinic_settings cs
    WHERE cs.clinic_id = ${clinicId} ORDER BY cs.number DESC LIMIT 1)`;
}

/**
 * What `settingsOfClinic` selected; null where the clinic has set nothing.
 * @throws when it is not what was stored: the act stops
 */
export function readSettings(selected: unknown): CurrentSettings {
  const row = storedSettings.parse(selected);
  return row === null ? asShipped : settingsOf(row.number, row.values, row.crisisPhone);
}

const settingsOf = (version: number, values: SettingValues, crisisPhone: string | null): CurrentSettings => ({
  version,
  clinical: rulesWith(values),
  triage: triageNumbersOf(values),
  crisisPhone,
  values,
});

const asShipped = Object.freeze(settingsOf(0, {}, null));

/** The newest version of a clinic's settings; what it does not name stands as shipped. One query. */
export async function loadSettings(tx: Tx, clinicId: string): Promise<CurrentSettings> {
  const row = await tx.clinicSettings.findFirst({
    where: { clinicId },
    orderBy: { number: "desc" },
    select: { number: true, values: true, crisisPhone: true },
  });
  return readSettings(row);
}

/** Exercises and protocols of the clinic's library with its own numbers in them. */
export function withClinicNumbers(
  { values }: Pick<CurrentSettings, "values">,
  content: ContentWithEntry,
): ContentWithEntry {
  return Object.keys(values).length === 0 ? content : contentWith(values, content, liftingLadder);
}
