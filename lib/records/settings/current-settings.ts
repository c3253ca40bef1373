import { z } from "zod";
import { defaultSettings, type ClinicalSettings } from "@/lib/clinical/settings";
import type { Tx } from "@/lib/db/in-clinic";

/** The numbers that a clinic's rules work with now. */
export type CurrentSettings = {
  /** 0: as shipped. */
  version: number;
  clinical: ClinicalSettings;
  /** By parameter name, those that the clinic has set. */
  triage: Record<string, number>;
  /** The staffed line for somebody who thinks of self-harm; null: the question is not asked. */
  crisisPhone: string | null;
};

const storedValues = z.record(z.string(), z.number());

/** The newest version of a clinic's settings; what it does not name stands as shipped. One query. */
export async function loadSettings(tx: Tx, clinicId: string): Promise<CurrentSettings> {
  const row = await tx.clinicSettings.findFirst({
    where: { clinicId },
    orderBy: { number: "desc" },
    select: { number: true, values: true, crisisPhone: true },
  });
  if (!row) return { version: 0, clinical: defaultSettings, triage: {}, crisisPhone: null };
  const values = storedValues.parse(row.values);
  const clinical = Object.fromEntries(
    Object.entries(defaultSettings).map(([name, setting]) => [
      name,
      { ...setting, value: values[`rule.${name}`] ?? setting.value },
    ]),
  );
  return {
    version: row.number,
    clinical: { ...defaultSettings, ...clinical },
    triage: Object.fromEntries(
      Object.entries(values).flatMap(([id, value]) =>
        id.startsWith("triage.") ? [[id.slice("triage.".length), value]] : [],
      ),
    ),
    crisisPhone: row.crisisPhone,
  };
}
