import { describe, expect, it } from "vitest";
import type { Candidate, Treatment } from "@/lib/clinical/suggestion";
import { loadContent } from "@/prisma/content/load";
import { suggestProtocols } from "../../support/clinical-answers";

const candidate = (id: string, facts: Partial<Candidate> = {}): Candidate => ({
  id,
  title: { en: id, es: id },
  procedureType: "fusion",
  region: "LUMBAR",
  techniques: [],
  ...facts,
});
const treatment = { procedureType: "fusion", region: "LUMBAR", technique: " tlif " } as const;

describe("the protocol that fits", () => {
  it("is the one that names the technique, then those of the procedure and region, then the others with their reason", () => {
    const suggestions = suggestProtocols(treatment, [
      candidate("neck", { region: "CERVICAL" }),
      candidate("injection", { procedureType: "injection" }),
      candidate("pathway", { procedureType: "any" }),
      candidate("fusion"),
      candidate("tlif", { techniques: [{ en: "TLIF", es: "TLIF" }] }),
    ]);
    expect(suggestions.map(({ protocol, fits }) => [protocol, fits])).toEqual([
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
    const [first] = suggestProtocols(lumbar, [candidate("a"), candidate("b", { techniques })]);
    expect(first?.protocol).toBe("b");
  });
});

describe("the reason of a suggestion", () => {
  const reason = (asked: Partial<Treatment>, facts: Partial<Candidate>) => {
    const [{ fits, because } = { fits: null, because: null }] = suggestProtocols({ ...treatment, ...asked }, [
      candidate("one", facts),
    ]);
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
  const fitting = (asked: Parameters<typeof suggestProtocols>[0]) =>
    suggestProtocols(asked, protocols)
      .filter(({ fits }) => fits)
      .map(({ protocol }) => protocol);

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
