import type { MeasureId } from "../entry-criteria";
import type { Text } from "../facts";
import { text } from "../review/report";

/** The measures as a criterion names them. */
export const measureWords: Readonly<Record<MeasureId, Text>> = {
  NPRS: text("Pain (NPRS)", "Dolor (NPRS)"),
  ODI: text("Oswestry index (ODI)", "Índice de Oswestry (ODI)"),
  NDI: text("Neck disability index (NDI)", "Índice de discapacidad cervical (NDI)"),
  PROMIS_PF_PI: text("PROMIS function and pain", "PROMIS función y dolor"),
  RMDQ: text("Roland-Morris (RMDQ)", "Roland-Morris (RMDQ)"),
  PSFS: text("Patient-specific function (PSFS)", "Función específica del paciente (PSFS)"),
  TUG: text("Timed up and go (TUG)", "Levantarse y caminar (TUG)"),
  "5XSTS": text("Five times sit to stand", "Levantarse de la silla 5 veces"),
  "30S_CHAIR_STAND": text("Chair stands in 30 s", "Levantarse de la silla en 30 s"),
  "6MWT": text("Six-minute walk", "Caminata de 6 minutos"),
  EQ5D: text("EQ-5D", "EQ-5D"),
  PHQ2: text("PHQ-2", "PHQ-2"),
  TSK: text("Fear of movement (TSK)", "Miedo al movimiento (TSK)"),
  RPE: text("Effort (RPE)", "Esfuerzo (RPE)"),
};

/** An amount with the content's unit. */
export function inUnit(value: string, unit: string): Text {
  return text(`${value} ${unit}`, `${value} ${unit === "reps" ? "repeticiones" : unit}`);
}
