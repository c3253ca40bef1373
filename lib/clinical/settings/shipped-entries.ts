import type { Basis, Text } from "../facts";
import { unverified } from "../finding";
import { defaultSettings, type Setting } from "../settings";
import type { TriageLevelFacts } from "../triage-content";
import { nearHalfToDouble } from "./content-entries";
import { units, type SettingEntry } from "./entry";
import { ruleCatalog, settingNames } from "./rule-catalog";
import { replyBounds, replyWords, triageCatalog } from "./triage-catalog";

/** The numbers of the rules that are not in the content. */
export function ruleSettings(): SettingEntry[] {
  return settingNames.map((name) => {
    const setting: Setting = defaultSettings[name];
    return { ...ruleCatalog[name], ...setting, id: `rule.${name}`, part: "rule", protocol: null };
  });
}

/** A number of triage as the content has it; its basis is prose that names sources, or says that nobody has confirmed it. */
export type TriageNumber = { default: number; basis: string };

/** The numbers of triage; one without words of its own is still shown, by its name, between none and twice its value. */
export function triageSettings(
  parameters: Readonly<Record<string, TriageNumber>>,
  sourceIds: ReadonlySet<string>,
): SettingEntry[] {
  return Object.entries(parameters).map(([name, { default: value, basis }]) => ({
    ...(triageCatalog[name] ?? nameless(name, value)),
    ...{ id: `triage.${name}`, part: "triage", protocol: null, value },
    basis: basis.includes(unverified) ? unverified : "sourced",
    sources: (basis.match(/[A-Z][A-Z0-9-]+/g) ?? []).filter((id) => sourceIds.has(id)),
  }));
}

function nameless(name: string, value: number) {
  const label = { en: name, es: name };
  return { section: label, label, meaning: label, unit: { en: "", es: "" }, min: 0, max: value * 2, step: 0.1 };
}

/** Until when somebody must have acted on a check-in; a level without a time has none to set. */
export function replySettings(
  levels: readonly Pick<TriageLevelFacts, "code" | "label" | "slaMinutes">[],
): SettingEntry[] {
  return levels.flatMap(({ code, label, slaMinutes: value }): SettingEntry[] => {
    if (value === null) return [];
    return [
      {
        ...{ id: `sla.${code}`, part: "sla", protocol: null, label, unit: units.minutes, value },
        ...{ ...replyWords, ...replyBounds[code], basis: unverified, sources: [] },
      },
    ];
  });
}

/** The default limits of lifting of a protocol, by the day on which each begins; null: the surgeon sets it. */
export type LadderStep = { dayStart: number; limitKg: number | null; basis: Basis };

export function ladderSettings(protocol: string, steps: readonly LadderStep[]): SettingEntry[] {
  return steps.flatMap(({ dayStart, limitKg: value, basis }): SettingEntry[] => {
    if (value === null || basis === "sourced") return [];
    return [
      {
        ...{ id: `ladder.${protocol}.${dayStart}`, part: "ladder", protocol, section: ladderSection },
        ...{ label: { en: `From day ${dayStart}`, es: `Desde el día ${dayStart}` }, meaning: ladderMeaning },
        ...{ unit: units.kilograms, value, ...nearHalfToDouble(value, 0.1, 30), basis, sources: [] },
      },
    ];
  });
}

const ladderSection = { en: "Lifting limit", es: "Límite de carga" };
const ladderMeaning = {
  en: "The limit of the phases that begin in this step; a heavier load is blocked unless a clearance allows it.",
  es: "El límite de las fases que empiezan en este tramo; una carga mayor se bloquea salvo autorización.",
};

/** What moves the timeline, in weeks; a suggestion to the surgeon. */
export type ModifierWeeks = { id: string; label: Text; shiftWeeks: readonly [number, number]; basis: Basis };

export function modifierSettings({ id, label, shiftWeeks: [from, to], basis }: ModifierWeeks): SettingEntry[] {
  if (basis === "sourced") return [];
  const shared = { part: "modifier", protocol: null, section: label, meaning: modifierMeaning } as const;
  const bounds = { unit: units.weeks, min: -4, max: 26, step: 1, basis, sources: [] } as const;
  return [
    { ...shared, ...bounds, id: `modifier.${id}.from`, value: from, label: { en: "From", es: "Desde" } },
    { ...shared, ...bounds, id: `modifier.${id}.to`, value: to, label: { en: "To", es: "Hasta" } },
  ];
}

const modifierMeaning = {
  en: "The shift of the timeline that the surgeon is offered; below 0 it begins earlier.",
  es: "El cambio de fechas que se ofrece al cirujano; bajo 0 empieza antes.",
};
