import type { ReviewInput } from "@/lib/clinical/prescription";
import { review } from "@/lib/clinical/review";
import { signing } from "@/lib/clinical/signing";
import { triage } from "@/lib/clinical/triage";
import type { TriageContext } from "@/lib/clinical/triage-content";
import { loadContent } from "../../prisma/content/load";
import { quietAnswers } from "../../prisma/demo/quiet-answers";
import type { Figure } from "./figure";

const rounds = 21;
const turns = 200;

/** P11: one review of 24 lines, one triage, and what the builder does on a change: signing 60 lines. */
export function measureRules(): Figure[] {
  const { clinical, triage: triageContent } = loadContent();
  const phases = clinical.protocols["fusion-lumbar"]?.phases ?? [];
  const lines = phases.flatMap(({ n, lines: ofPhase }) => ofPhase.map((line) => ({ ...line, phase: n })));
  const person: Omit<ReviewInput, "lines"> = {
    protocol: "fusion-lumbar",
    anchor: "2026-09-23",
    today: "2026-11-21",
    phase: 3,
    clearances: [{ key: "PROGRAM_START", status: "granted" }],
  };
  const [few, many] = [lines.slice(0, 24), lines.slice(0, 60)];
  const context: TriageContext = {
    ...{ procedureType: "FUSION", region: "LUMBAR", pathway: "STANDARD", surgical: true },
    ...{ daysSince: 59, inExpectedFlare: false },
  };
  const pain = { nprsBefore: 2, nprsDuring: 3, nprsAfter: 2, hoursIncreased: 0 };
  const answers = quietAnswers("full", context, triageContent, pain);
  return [
    {
      ...{ id: "P11", what: `review of ${few.length} lines`, unit: "ms", atMost: 0.2 },
      found: millisecondsOf(() => review({ ...person, lines: few }, clinical)),
    },
    {
      ...{ id: "P11", what: "one triage", unit: "µs", atMost: 20 },
      found: 1000 * millisecondsOf(() => triage({ answers, context }, triageContent)),
    },
    {
      ...{ id: "–", what: `signing of ${many.length} lines`, unit: "ms" },
      found: millisecondsOf(() => signing({ ...person, lines: many }, clinical)),
    },
  ];
}

/** The median of the rounds, after as many to warm up. */
function millisecondsOf(act: () => unknown): number {
  const times = Array.from({ length: 2 * rounds }, () => {
    const begun = performance.now();
    for (let turn = 0; turn < turns; turn += 1) act();
    return (performance.now() - begun) / turns;
  });
  return times.slice(rounds).toSorted((a, b) => a - b)[(rounds - 1) / 2] ?? NaN;
}
