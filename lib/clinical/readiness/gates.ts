import { isLive } from "../clearance";
import { addDays, dateInWords, daysBetween } from "../days";
import { phaseSourceOf, text } from "../review/report";
import { clearanceWords } from "../words";
import type { Criterion } from "./criterion";
import type { CriterionRule } from "./entry";

/** The first day, necessary and never enough alone; the surgeon's shift moves it from phase 3 on. */
export const minDay: CriterionRule = (entry) => {
  const { phase, anchor, today, shiftDays } = entry;
  const needed = phase.entryCriteria.minDay + (phase.n >= 3 ? shiftDays : 0);
  const has = daysBetween(anchor, today);
  const date = dateInWords(addDays(anchor, needed), today);
  const isMet = has >= needed;
  return [
    {
      ...{ id: "minDay", state: isMet ? "met" : "unmet", needed, has, on: today, source: phaseSourceOf(entry) },
      because: isMet
        ? text(
            `Open since day ${needed} (${date.en}); today is day ${has}.`,
            `Abierta desde el día ${needed} (${date.es}); hoy es el día ${has}.`,
          )
        : text(
            `Opens on day ${needed} (${date.en}); today is day ${has}.`,
            `Se abre el día ${needed} (${date.es}); hoy es el día ${has}.`,
          ),
    },
  ];
};

/** Every clearance of the entry must be live today; a clearance has no age. */
export const clearances: CriterionRule = (entry) => {
  const { evidence, today, phase } = entry;
  const source = phaseSourceOf(entry);
  return phase.entryClearances.map((key): Criterion => {
    const asked = { id: `clearance:${key}`, needed: "granted", source };
    const { en, es } = clearanceWords[key];
    if (!evidence.clearances) {
      return {
        ...{ ...asked, state: "unknown", has: null, on: null },
        because: text(
          `Clearance for: ${en}: nothing known. Needed: in force today.`,
          `Autorización para: ${es}: sin datos. Se necesita: vigente hoy.`,
        ),
      };
    }
    const ofKey = evidence.clearances.filter((clearance) => clearance.key === key);
    const live = ofKey.find((clearance) => isLive(clearance, today));
    const found = live ?? ofKey.at(-1);
    return {
      ...{ ...asked, state: live ? "met" : "unmet", has: found?.status ?? null, on: found?.from ?? null },
      because: live
        ? text(`Clearance for: ${en}: in force today.`, `Autorización para: ${es}: vigente hoy.`)
        : text(
            `Clearance for: ${en}: none in force today. Opens when it is granted.`,
            `Autorización para: ${es}: hoy ninguna vigente. Se abre cuando se otorgue.`,
          ),
    };
  });
};
