import { describe, expect, it } from "vitest";
import type { Candidate, Treatment, TreatmentDates } from "@/lib/clinical/suggestion";
import { loadContent } from "@/prisma/content/load";
import { suggestTemplates } from "../../support/clinical-answers";

const candidate = (id: string, facts: Partial<Candidate> = {}): Candidate => ({
  ...{ id, templateId: id, isOwn: false, title: { en: id, es: id } },
  ...{ procedureType: "fusion", region: "LUMBAR", techniques: [], anchor: "PROCEDURE_DATE" },
  phases: [
    { n: 1, dayStart: 0 },
    { n: 2, dayStart: 42 },
  ],
  ...facts,
});
const treatment = { procedureType: "fusion", region: "LUMBAR", technique: " tlif " } as const;

describe("the protocol that fits", () => {
  it("is the one that names the technique, then those of the procedure and region, then the others with their reason", () => {
    const suggestions = suggestTemplates(
      treatment,
      [
        candidate("neck", { region: "CERVICAL" }),
        candidate("injection", { procedureType: "injection" }),
        candidate("pathway", { procedureType: "any" }),
        candidate("fusion"),
        candidate("tlif", { techniques: [{ en: "TLIF", es: "TLIF" }] }),
      ],
      null,
    );
    expect(suggestions.map(({ templateId, fits }) => [templateId, fits])).toEqual([
      ["tlif", true],
      ["fusion", true],
      ["pathway", true],
      ["neck", false],
      ["injection", false],
    ]);
    expect(suggestions.map(({ because }) => because.en)).toEqual([
      "Made for a fusion of the low back, and it names tlif.",
      "Made for a fusion of the low back.",
      "Made for a fusion of the low back.",
      "Made for the neck; this is the low back.",
      "Made for an injection; this is a fusion.",
    ]);
  });

  it("is found by the Spanish name of the technique too", () => {
    const techniques = [{ en: "microdiscectomy", es: "microdiscectomía" }];
    const lumbar = { ...treatment, technique: "Microdiscectomía" };
    const [first] = suggestTemplates(lumbar, [candidate("a"), candidate("b", { techniques })], null);
    expect(first?.templateId).toBe("b");
  });
});

describe("a template of the clinic's own", () => {
  const techniques = [{ en: "TLIF", es: "TLIF" }];
  const order = (...candidates: Candidate[]) =>
    suggestTemplates(treatment, candidates, null).map(({ templateId }) => templateId);

  it("goes before the shipped one of the same rank, and behind one that names the technique where it does not", () => {
    const shipped = candidate("shipped", { techniques });
    expect(order(shipped, candidate("own", { techniques, isOwn: true }))).toEqual(["own", "shipped"]);
    expect(order(candidate("own", { isOwn: true }), shipped)).toEqual(["shipped", "own"]);
  });
});

describe("the day of a suggestion", () => {
  const dates: TreatmentDates = { today: "2026-11-20", procedureDate: "2026-10-06", pathwayStart: null };
  const begins = (facts: Partial<Candidate>, given: Partial<TreatmentDates>) =>
    suggestTemplates(treatment, [candidate("one", facts)], { ...dates, ...given })[0]?.begins;

  it.each<[Partial<Candidate>, Partial<TreatmentDates>, string, string]>([
    [{}, {}, "Today is day 45: it begins in phase 2.", "Hoy es el día 45: empieza en la fase 2."],
    [
      {},
      { procedureDate: "2026-10-10" },
      "Today is day 41: it begins in phase 1.",
      "Hoy es el día 41: empieza en la fase 1.",
    ],
    [{ phases: [] }, {}, "Today is day 45: it begins in phase 1.", "Hoy es el día 45: empieza en la fase 1."],
    [
      {},
      { procedureDate: "2026-11-21" },
      "The procedure is in 1 day; it begins in phase 1.",
      "El procedimiento es dentro de 1 día; empieza en la fase 1.",
    ],
    [
      { anchor: "PATHWAY_START" },
      {},
      "Today is day 0 of the pathway: it begins in phase 1.",
      "Hoy es el día 0 de la vía clínica: empieza en la fase 1.",
    ],
    [
      { anchor: "PATHWAY_START" },
      { pathwayStart: "2026-12-02" },
      "The pathway begins in 12 days, in phase 1.",
      "La vía clínica empieza dentro de 12 días, en la fase 1.",
    ],
  ])("of %o with %o", (facts, given, en, es) => {
    expect(begins(facts, given)).toEqual({ en, es });
  });

  it("is not said of one that does not fit, nor before the day is known", () => {
    expect(begins({ region: "CERVICAL" }, {})).toBeNull();
    expect(suggestTemplates(treatment, [candidate("one")], null)[0]?.begins).toBeNull();
  });
});

describe("the reason of a suggestion", () => {
  const reason = (asked: Partial<Treatment>, facts: Partial<Candidate>) => {
    const [{ fits, because } = { fits: null, because: null }] = suggestTemplates(
      { ...treatment, ...asked },
      [candidate("one", facts)],
      null,
    );
    return [fits, because?.en, because?.es];
  };

  it.each<[Partial<Treatment>, Partial<Candidate>, boolean, string, string]>([
    [{}, {}, true, "Made for a fusion of the low back.", "Es para una fusión de espalda baja."],
    [
      {},
      { techniques: [{ en: "TLIF", es: "x" }] },
      true,
      "Made for a fusion of the low back, and it names tlif.",
      "Es para una fusión de espalda baja, y nombra tlif.",
    ],
    [
      { procedureType: "hardware", region: "THORACOLUMBAR" },
      { procedureType: "any", region: "THORACOLUMBAR" },
      true,
      "Made for hardware without fusion of the mid and low back.",
      "Es para instrumentación sin fusión de espalda media y baja.",
    ],
    [
      { procedureType: "injection" },
      { procedureType: "lumbar" },
      false,
      "Made for a lumbar decompression; this is an injection.",
      "Es para una descompresión lumbar; este caso es una infiltración.",
    ],
    [
      { region: "THORACOLUMBAR" },
      { region: "CERVICAL" },
      false,
      "Made for the neck; this is the mid and low back.",
      "Es para cuello; este caso es espalda media y baja.",
    ],
    [
      { procedureType: "injection", region: "CERVICAL" },
      { procedureType: "injection" },
      true,
      "Made for an injection; it protects the neck too.",
      "Es para una infiltración; también protege el cuello.",
    ],
    [
      { procedureType: "injection", region: "LUMBAR" },
      { procedureType: "injection", region: "CERVICAL" },
      false,
      "Made for the neck; this is the low back.",
      "Es para cuello; este caso es espalda baja.",
    ],
    [
      { procedureType: "hardware", region: "CERVICAL" },
      { region: "CERVICAL" },
      true,
      "Hardware in the neck keeps to the limits of a neck fusion.",
      "La instrumentación del cuello sigue los límites de una fusión de cuello.",
    ],
    [
      { procedureType: "hardware", region: "CERVICAL" },
      { region: "LUMBAR" },
      false,
      "Made for a fusion; this is hardware without fusion.",
      "Es para una fusión; este caso es instrumentación sin fusión.",
    ],
    [
      { procedureType: "lumbar", region: "CERVICAL" },
      { procedureType: "injection", region: "CERVICAL" },
      false,
      "Made for an injection; this is a lumbar decompression.",
      "Es para una infiltración; este caso es una descompresión lumbar.",
    ],
  ])("of %o for %o", (asked, facts, ...said) => {
    expect(reason(asked, facts)).toEqual(said);
  });
});

describe("the shipped protocol that fits", () => {
  const protocols = Object.values(loadContent().protocols);
  const fitting = (asked: Treatment) =>
    suggestTemplates(
      asked,
      protocols.map((protocol) => candidate(protocol.id, protocol)),
      null,
    )
      .filter(({ fits }) => fits)
      .map(({ templateId }) => templateId);

  it.each([
    ["CERVICAL", "ACDF", "fusion-cervical"],
    ["CERVICAL", "fusión cervical posterior", "fusion-cervical"],
    ["THORACOLUMBAR", "Fracture fusion", "fusion-thoracolumbar"],
    ["THORACOLUMBAR", "", "fusion-thoracolumbar"],
    ["LUMBAR", "TLIF", "fusion-lumbar"],
  ] as const)("for a %s fusion (%s) is %s", (region, technique, protocol) => {
    expect(fitting({ procedureType: "fusion", region, technique })[0]).toBe(protocol);
  });

  it("for hardware without fusion is its own in the low back, and the neck fusion's in the neck", () => {
    const removal = { procedureType: "hardware", technique: "Hardware removal" } as const;
    expect(fitting({ ...removal, region: "LUMBAR" })[0]).toBe("hardware-stabilisation");
    expect(fitting({ ...removal, region: "CERVICAL" })).toEqual(["fusion-cervical"]);
    expect(fitting({ ...removal, region: "THORACOLUMBAR" })).toEqual([]);
  });

  it("for an injection of the neck is the injection's, the one that names the technique first", () => {
    const injected = (technique: string) => fitting({ procedureType: "injection", region: "CERVICAL", technique });
    expect(injected("Cervical epidural")).toEqual(["injection-epidural", "injection-facet-rfa"]);
    expect(injected("Medial branch block")).toEqual(["injection-facet-rfa", "injection-epidural"]);
  });

  it("for a decompression of the neck is none", () => {
    expect(fitting({ procedureType: "lumbar", region: "CERVICAL", technique: "Laminectomy" })).toEqual([]);
  });

  it("names each of its techniques as an operation of its own kind", () => {
    const wrong = protocols.flatMap((protocol) =>
      protocol.techniques.filter(({ en }) => {
        const { procedureType, region } = protocol;
        const asked = {
          procedureType: procedureType === "any" ? "lumbar" : procedureType,
          region,
          technique: en,
        } as const;
        return fitting(asked)[0] !== protocol.id;
      }),
    );
    expect(wrong).toEqual([]);
  });
});
