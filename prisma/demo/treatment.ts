import type { ProcedureType, TreatmentRegion } from "@/lib/clinical/facts";

const treatments = {
  "fusion-lumbar": { procedureType: "fusion", region: "LUMBAR" },
  "fusion-cervical": { procedureType: "fusion", region: "CERVICAL" },
  "fusion-thoracolumbar": { procedureType: "fusion", region: "THORACOLUMBAR" },
  "hardware-stabilisation": { procedureType: "hardware", region: "LUMBAR" },
  "lumbar-discectomy": { procedureType: "lumbar", region: "LUMBAR" },
  "lumbar-laminectomy": { procedureType: "lumbar", region: "LUMBAR" },
  "injection-epidural": { procedureType: "injection", region: "LUMBAR" },
  "injection-facet-rfa": { procedureType: "injection", region: "LUMBAR" },
  fbss: { procedureType: "lumbar", region: "LUMBAR" },
} as const satisfies Record<string, { procedureType: ProcedureType; region: TreatmentRegion }>;
export type DemoProtocol = keyof typeof treatments;

/** The operation before a pathway that counts from its own start. */
export type EarlierOperation = { procedureType: "fusion" | "lumbar"; daysBefore: number };

/** What was done, where, and how many days before day 0 of the story. */
export function treatmentOf({
  protocol,
  earlier,
}: {
  protocol: DemoProtocol;
  earlier?: EarlierOperation | undefined;
}): { procedureType: ProcedureType; region: TreatmentRegion; daysBefore: number } {
  const { procedureType, region } = treatments[protocol];
  return { procedureType: earlier?.procedureType ?? procedureType, region, daysBefore: earlier?.daysBefore ?? 0 };
}
