import { grownKeys, isMoreThan, volumesOf, type Dose, type GrowingKey } from "../dose";
import type { Text } from "../facts";
import { sourcesOf, type ClinicalSettings, type Setting } from "../settings";
import { listInWords } from "../words";
import type { Case, JudgedLine } from "./case";
import { amount, none, text, type LineRule } from "./report";

type Growth = { words: Text; settings: readonly Setting[] };

const keyWords: Readonly<Record<GrowingKey, Text>> = {
  sets: text("sets", "series"),
  reps: text("repetitions", "repeticiones"),
  holdSec: text("hold", "mantenimiento"),
  durationMin: text("minutes", "minutos"),
  perDay: text("times a day", "veces al día"),
  perWeek: text("days a week", "días por semana"),
  loadKg: text("load", "carga"),
  rpeMax: text("effort", "esfuerzo"),
};

/** The work starts too long or grows too fast over what came before. */
export const ramp: LineRule = (line, program) => {
  const before = precedingDose(line, program);
  const found = [
    ...longStart(line.dose, before, program.settings),
    ...(before
      ? [...fastGrowth(line.dose, before, program.settings), ...unquietGrowth(line.dose, before, program)]
      : []),
  ];
  if (found.length === 0) return none;
  const list = listInWords(found.map(({ words }) => words));
  return [
    {
      rule: "ramp",
      severity: "override",
      because: text(
        `${capital(list.en)}. Lower it, or write the reason.`,
        `${capital(list.es)}. Bájelo o escriba el motivo.`,
      ),
      source: sourcesOf(...found.flatMap(({ settings }) => settings)),
    },
  ];
};

/** Of the exercise itself, or else the longest of its ramp group: short walks to brisk walks is growth, not a start. */
function precedingDose({ exercise }: JudgedLine, { preceding }: Case): Dose | undefined {
  const own = preceding.byExercise.get(exercise.id);
  return own ?? (exercise.rampGroup ? preceding.longestOfGroup.get(exercise.rampGroup) : undefined);
}

function longStart({ joint }: Dose, before: Dose | undefined, { rampStartMinutes }: ClinicalSettings): Growth[] {
  const isStart = before?.joint.durationMin == null;
  if (!isStart || joint.durationMin == null || joint.durationMin <= rampStartMinutes.value) return [];
  const [minutes, most] = [amount(joint.durationMin), amount(rampStartMinutes.value)];
  return [
    {
      words: text(`starts at ${minutes} min, over ${most}`, `empieza con ${minutes} min, más de ${most}`),
      settings: [rampStartMinutes],
    },
  ];
}

function fastGrowth(now: Dose, before: Dose, settings: ClinicalSettings): Growth[] {
  const { rampGrowthMinutes, rampGrowthFactor, rampLoadFactor, rampLoadKg } = settings;
  const growth: Growth[] = [];
  const report = (unit: Text, a: number, b: number, ...behind: Setting[]) =>
    growth.push({
      words: text(
        `${unit.en} grow from ${amount(b)} to ${amount(a)}`,
        `${unit.es}: aumento de ${amount(b)} a ${amount(a)}`,
      ),
      settings: behind,
    });
  const [{ durationMin, holdSec, loadKg }, was] = [now.joint, before.joint];
  if (durationMin != null && was.durationMin != null && durationMin - was.durationMin > rampGrowthMinutes.value) {
    report(keyWords.durationMin, durationMin, was.durationMin, rampGrowthMinutes);
  }
  const volumes = volumesOf(now, before);
  if (volumes && isMoreThan(volumes[0], rampGrowthFactor.value, volumes[1])) {
    report(text("repetitions a day", "repeticiones al día"), volumes[0], volumes[1], rampGrowthFactor);
  }
  if (holdSec != null && was.holdSec != null && isMoreThan(holdSec, rampGrowthFactor.value, was.holdSec)) {
    report(text("hold seconds", "segundos de mantenimiento"), holdSec, was.holdSec, rampGrowthFactor);
  }
  if (loadKg != null && was.loadKg != null && isMoreThan(loadKg, rampLoadFactor.value, was.loadKg)) {
    if (isMoreThan(loadKg - was.loadKg, 1, rampLoadKg.value)) {
      report(text("kilograms", "kilogramos"), loadKg, was.loadKg, rampLoadFactor, rampLoadKg);
    }
  }
  return growth;
}

/** Without a week at normal soreness nothing grows at all (SEED2). */
function unquietGrowth(now: Dose, before: Dose, { isQuietWeek, settings }: Case): Growth[] {
  if (isQuietWeek) return [];
  const grown = grownKeys(now, before);
  if (grown.length === 0) return [];
  const list = listInWords(grown.map((key) => keyWords[key]));
  return [
    {
      words: text(
        `more ${list.en} without a week of normal soreness before it`,
        `más ${list.es} sin una semana previa de molestia normal`,
      ),
      settings: [settings.rampGrowthMinutes],
    },
  ];
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
