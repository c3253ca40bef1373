import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/clinical/settings";
import { problemsOf } from "@/lib/clinical/settings/check-values";
import { settingsOf } from "@/lib/clinical/settings/settings-of";
import { triageCatalog } from "@/lib/clinical/settings/triage-catalog";
import { loadContent } from "@/prisma/content/load";

const content = loadContent();
const entries = () => settingsOf(content);
const byId = () => new Map(entries().map((entry) => [entry.id, entry]));
const phases = Object.values(content.clinical.protocols).flatMap(({ id, phases: all }) =>
  all.map((phase) => ({ protocol: id, ...phase })),
);

describe("the catalog of settings", () => {
  it("names every number once", () => {
    expect(byId().size).toBe(entries().length);
  });

  it.each(Object.keys(defaultSettings))("holds the rule number %s", (name) => {
    expect(byId().get(`rule.${name}`)).toMatchObject(defaultSettings[name as keyof typeof defaultSettings]);
  });

  it.each(Object.entries(content.triage.parameters))(
    "holds the triage number %s with words of its own",
    (name, known) => {
      expect(byId().get(`triage.${name}`)?.value).toBe(known.default);
      expect(triageCatalog).toHaveProperty(name);
    },
  );

  it("names no triage number that the content lacks", () => {
    expect(Object.keys(triageCatalog).sort()).toEqual(Object.keys(content.triage.parameters).sort());
  });

  it("reads of a basis in prose which sources it names, and whether somebody confirmed the number", () => {
    expect(byId().get("triage.nprsAmber")).toMatchObject({ basis: "sourced", sources: ["TL-PROVIDE", "TL-SUFFOLK"] });
    expect(byId().get("triage.fewHours")).toMatchObject({ basis: "background, unverified", sources: ["SEED2"] });
    expect(byId().get("triage.nprsSevere")).toMatchObject({ basis: "background, unverified", sources: [] });
  });

  it("holds every time to reply", () => {
    const timed = content.triage.levels.filter(({ slaMinutes }) => slaMinutes !== null);
    expect(timed.length).toBeGreaterThan(0);
    for (const { code, slaMinutes } of timed) expect(byId().get(`sla.${code}`)?.value).toBe(slaMinutes);
  });

  it("holds every unverified earliest day of every exercise, and no other", () => {
    const expected = Object.values(content.exercises).flatMap(({ id, earliest }) =>
      Object.entries(earliest)
        .filter(([, { day, basis }]) => day !== null && basis !== "sourced")
        .map(([protocol, { day }]) => [`earliest.${id}.${protocol}`, day]),
    );
    expect(
      entries()
        .filter(({ part }) => part === "earliest")
        .map(({ id, value }) => [id, value]),
    ).toEqual(expected);
    expect(expected.length).toBeGreaterThan(900);
  });

  it("holds every unverified typical day of every activity, and no other", () => {
    const expected = content.activities.flatMap(({ id, typicalEarliest }) =>
      Object.entries(typicalEarliest)
        .filter(([, { day, basis }]) => day !== null && basis !== "sourced")
        .map(([protocol, { day }]) => [`activity.${id}.${protocol}`, day]),
    );
    expect(
      entries()
        .filter(({ part }) => part === "activity")
        .map(({ id, value }) => [id, value]),
    ).toEqual(expected);
    expect(expected.length).toBeGreaterThan(200);
  });

  it("holds every unverified limit of the lifting ladder and every week of the timeline", () => {
    const steps = Object.entries(content.liftingLadder).flatMap(([protocol, all]) =>
      all
        .filter(({ limitKg, basis }) => limitKg !== null && basis !== "sourced")
        .map(({ dayStart, limitKg }) => [`ladder.${protocol}.${dayStart}`, limitKg]),
    );
    expect(
      entries()
        .filter(({ part }) => part === "ladder")
        .map(({ id, value }) => [id, value]),
    ).toEqual(steps);
    for (const { id, shiftWeeks, basis } of content.timelineModifiers) {
      expect(basis).toBe("background, unverified");
      expect([byId().get(`modifier.${id}.from`)?.value, byId().get(`modifier.${id}.to`)?.value]).toEqual(shiftWeeks);
    }
  });

  it("holds every number among the entry criteria but the day, which is the template's", () => {
    const expected = phases.flatMap(({ protocol, n, entryCriteria: { minDay, functional, ...criteria } }) => [
      ...Object.entries(criteria)
        .filter(([, value]) => typeof value === "number")
        .map(([criterion]) => `entry.${protocol}.${n}.${criterion}`),
      ...functional
        .filter(({ value }) => typeof value === "number")
        .map(({ measure }) => `entry.${protocol}.${n}.functional:${measure}`),
    ]);
    expect(
      entries()
        .filter(({ part }) => part === "entry")
        .map(({ id }) => id)
        .sort(),
    ).toEqual(expected.sort());
  });

  it("ships defaults that stand within their own bounds, on their steps and in order", () => {
    const shipped = Object.fromEntries(entries().map(({ id, value }) => [id, value]));
    expect(problemsOf(entries(), shipped)).toEqual({});
  });

  it("says each label, meaning and section in both languages", () => {
    for (const { id, label, meaning, section } of entries()) {
      for (const text of [label, meaning, section]) {
        expect(text.en.trim(), id).not.toBe("");
        expect(text.es.trim(), id).not.toBe("");
      }
    }
  });

  it("gives a number without a source the mark", () => {
    for (const { id, basis, sources } of entries()) {
      if (sources.length === 0) expect(basis, id).toBe("background, unverified");
    }
  });

  it("still shows a triage number that nobody has described", () => {
    const triage = { levels: [], parameters: { brandNew: { default: 5, basis: "background, unverified" } } };
    expect(settingsOf({ ...content, triage }).find(({ id }) => id === "triage.brandNew")).toMatchObject({
      label: { en: "brandNew", es: "brandNew" },
      min: 0,
      max: 10,
    });
  });

  it("leaves out a source that does not ship, a level without a time, and what is sourced", () => {
    const sourced = settingsOf({
      ...content,
      triage: {
        levels: [],
        parameters: { nprsRise: { default: 2, basis: "NOWHERE-1" }, nprsRed: { default: 6, basis: "by custom" } },
      },
      timelineModifiers: content.timelineModifiers.map((modifier) => ({ ...modifier, basis: "sourced" as const })),
      clinical: { ...content.clinical, exercises: {} },
    });
    expect(sourced.filter(({ part }) => part === "modifier" || part === "sla" || part === "earliest")).toEqual([]);
    const triage = sourced.filter(({ part }) => part === "triage").map(({ sources }) => sources);
    expect(triage).toEqual([[], []]);
  });
});
