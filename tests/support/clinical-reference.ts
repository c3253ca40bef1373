import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Distills the clinical reference into `clinical-reference.json`, the facts that `tests/unit/content/reference.test.ts` compares the content with.
 * The reference is not part of the repository: run it by hand when the reference changes, `tsx tests/support/clinical-reference.ts <its folder>`.
 */

type Facts = Record<string, unknown>;
type Tag = { tag: string; region: string | null };
type Named = { id: string; sources: string[]; seedRefs: string[]; basis: string };

type ReferenceExercise = Named & {
  category: string;
  position: string;
  tags: Tag[];
  clearanceKey: string;
  contraindicationCodes: { condition: string; severity: string }[];
  defaultDosage: Facts;
  rampGroup: string | null;
  earliest: Record<string, { rule: string; earliestDay: unknown; earliestPhase: unknown; clearance: boolean }>;
};
type ReferenceLine = {
  exerciseId: string;
  dosage: Facts;
  availableFromDay: number;
  requiresClearance: boolean;
  clearanceKey?: string;
};
type ReferencePhase = {
  n: number;
  dayStart: number;
  dayEndExclusive: number | null;
  entryCriteria: Facts & { other: string[]; clearances: string[] };
  limits: { liftKg: number | null; sitMaxMin: number | null; brace: string | null; driving: string | null };
  blockedTags: Tag[];
  sources: string[];
  exercises: ReferenceLine[];
} & Record<(typeof phaseLists)[number], string[]>;
type ReferenceProtocol = Named & {
  procedureType: string;
  region: string;
  anchor: string;
  subtypes: string[];
  phases: ReferencePhase[];
};
type ReferenceActivity = Named & {
  clearedBy: string;
  clearanceKey: string | null;
  surgeonIn: string[];
  confidence: string;
  conditions: string[];
  typicalEarliest: Record<string, { rule: string; earliestDay: unknown; basis: string }>;
};
type LadderStep = { dayStart: number; dayEndExclusive: unknown; defaultLimitKg: unknown; basis: string };
type ReferenceMeasure = Named & {
  kind: string;
  licence: { verdict: string };
  mcid: { absolute?: number; relativePct?: number; surgical?: number; range?: number[] };
  direction: string;
  bands: { men?: Record<string, number>; women?: Record<string, number> }[];
};
type Reference = {
  exercises: ReferenceExercise[];
  protocols: ReferenceProtocol[];
  clearanceKeys: Record<string, { grantedBy: string }>;
  globalRules: { timelineModifiers: { shiftWeeks: number[] }[] };
  activities: ReferenceActivity[];
  liftingLadderKg: Record<string, LadderStep[]>;
  levels: { code: string; level: number; slaMinutes: unknown; notify: string[] }[];
  inputs: {
    key: string;
    type: string;
    required: unknown;
    redFlag: boolean;
    requiredWhen: unknown;
    values?: string[];
    range?: number[];
  }[];
  rules: (Named & { level: string; condition: unknown })[];
  trendRules: { id: string; level: string | null; notify: string[] }[];
  parameters: Record<string, { default: number; rules: string[] }>;
  measures: ReferenceMeasure[];
  seedFiles: Record<string, { facts: { id: string; line: number }[] }>;
  conditionMeanings: Record<string, string>;
  sources: Record<string, { tier: string; title: string; address: string }>;
};

const phaseLists = ["goals", "precautions", "progressionCriteria", "regressionCriteria"] as const;
/** What stands later counts: `rules` are those of triage, `sources` those of all. */
const files = ["seed-coverage", "exercises", "protocols", "activities", "measures", "triage", "sources"];
const given = Object.assign({}, ...files.map(read)) as Reference;

function read(file: string): unknown {
  return JSON.parse(readFileSync(path.join(process.argv[2] ?? "", `${file}.json`), "utf8"));
}

const sorted = (list: readonly string[]) => [...list].sort();
const tagsOf = (tags: readonly Tag[]) => sorted(tags.map(({ tag, region }) => `${tag} ${region ?? "everywhere"}`));
const present = (facts: Facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
const byId = <T extends { id: string }>(entries: readonly T[], facts: (entry: T) => Facts) =>
  Object.fromEntries(entries.map((entry) => [entry.id, facts(entry)]));

const reference = {
  exercises: byId(given.exercises, (e) => ({
    category: e.category,
    position: e.position,
    tags: tagsOf(e.tags),
    clearanceKey: e.clearanceKey,
    contraindicationCodes: sorted(e.contraindicationCodes.map(({ condition, severity }) => `${condition} ${severity}`)),
    defaultDosage: present(e.defaultDosage),
    rampGroup: e.rampGroup,
    basis: e.basis,
    sources: sorted(e.sources),
    seedRefs: sorted(e.seedRefs),
    ...Object.fromEntries(
      Object.entries(e.earliest).map(([protocol, at]) => [
        `earliest.${protocol}`,
        [at.rule, at.earliestDay, at.earliestPhase, at.clearance],
      ]),
    ),
  })),
  protocols: byId(given.protocols, (p) => ({
    procedureType: p.procedureType.toLowerCase(),
    region: p.region,
    anchor: p.anchor,
    techniques: p.subtypes.length,
    sources: sorted(p.sources),
    phases: p.phases.map(({ n }) => n),
    ...(Object.assign({}, ...p.phases.map(phaseFacts)) as Facts),
  })),
  activities: byId(given.activities, (a) => ({
    clearedBy: a.clearedBy,
    clearanceKey: a.clearanceKey,
    surgeonIn: sorted(a.surgeonIn),
    confidence: a.confidence,
    conditions: a.conditions.length,
    sources: sorted(a.sources),
    seedRefs: sorted(a.seedRefs),
    ...Object.fromEntries(
      Object.entries(a.typicalEarliest).map(([protocol, at]) => [
        `typicalEarliest.${protocol}`,
        [at.rule, at.earliestDay, at.basis],
      ]),
    ),
  })),
  clearanceKeys: Object.fromEntries(
    Object.entries(given.clearanceKeys).map(([key, { grantedBy }]) => [key, { grantedBy }]),
  ),
  conditions: Object.fromEntries(Object.keys(given.conditionMeanings).map((condition) => [condition, {}])),
  liftingLadder: Object.fromEntries(
    Object.entries(given.liftingLadderKg).map(([protocol, steps]) => [
      protocol,
      {
        steps: steps.map((step) => [step.dayStart, step.dayEndExclusive, step.defaultLimitKg, step.basis]),
      },
    ]),
  ),
  timelineModifiers: { all: { shiftWeeks: given.globalRules.timelineModifiers.map(({ shiftWeeks }) => shiftWeeks) } },
  levels: Object.fromEntries(
    given.levels.map((l) => [l.code, { level: l.level, slaMinutes: l.slaMinutes, notify: l.notify }]),
  ),
  inputs: Object.fromEntries(
    given.inputs.map((i) => [
      i.key,
      {
        type: i.type,
        required: i.required,
        redFlag: i.redFlag,
        requiredWhen: i.requiredWhen,
        values: i.values ?? null,
        range: i.range ?? null,
      },
    ]),
  ),
  rules: byId(given.rules, (r) => ({
    level: r.level,
    condition: r.condition,
    basis: r.basis,
    sources: sorted(r.sources),
  })),
  trendRules: byId(given.trendRules, (r) => ({ level: r.level, notify: r.notify })),
  parameters: Object.fromEntries(
    Object.entries(given.parameters).map(([name, p]) => [name, { default: p.default, rules: sorted(p.rules) }]),
  ),
  measures: byId(given.measures, (m) => ({
    kind: m.kind,
    licence: m.licence.verdict,
    sources: sorted(m.sources),
    minimalChange: [m.mcid.absolute ?? null, m.mcid.relativePct ?? null, m.mcid.surgical ?? null, m.mcid.range ?? null],
    higherIs: [...m.direction.matchAll(/(higher|lower)=(\w+)/g)].map(([, end, means = ""]) =>
      end === "lower" ? "worse" : means,
    ),
    norms: normsOf(m),
  })),
  sources: Object.fromEntries(
    Object.entries(given.sources).map(([id, s]) => [id, { tier: s.tier, title: s.title, address: s.address }]),
  ),
  seedCoverage: Object.fromEntries(
    Object.entries(given.seedFiles).flatMap(([file, { facts }]) =>
      facts.map(({ id, line }) => [id, { article: `SEED${Number(file.slice(0, 3))}`, line }]),
    ),
  ),
};

function phaseFacts(phase: ReferencePhase): Facts {
  const at = `phases.${phase.n}`;
  const { other, clearances, ...criteria } = phase.entryCriteria;
  const { liftKg, sitMaxMin, brace, driving } = phase.limits;
  return {
    [`${at}.days`]: [phase.dayStart, phase.dayEndExclusive],
    ...Object.fromEntries(Object.entries(criteria).map(([name, value]) => [`${at}.entryCriteria.${name}`, value])),
    [`${at}.entryCriteria.clearances`]: sorted(clearances),
    [`${at}.entryCriteria.other`]: other.length,
    [`${at}.limits`]: [liftKg, sitMaxMin],
    [`${at}.limits.words`]: [Boolean(brace), Boolean(driving)],
    [`${at}.blockedTags`]: tagsOf(phase.blockedTags),
    [`${at}.sources`]: sorted(phase.sources),
    ...Object.fromEntries(phaseLists.map((list) => [`${at}.${list}`, phase[list].length])),
    [`${at}.lines`]: sorted(phase.exercises.map(({ exerciseId }) => exerciseId)),
    ...Object.fromEntries(
      phase.exercises.map((line) => [
        `${at}.lines.${line.exerciseId}`,
        [line.availableFromDay, line.requiresClearance, line.clearanceKey ?? null, present(line.dosage)],
      ]),
    ),
  };
}

function normsOf({ bands }: ReferenceMeasure): Facts | null {
  const rows = (byAge: Record<string, number>) =>
    Object.entries(byAge).map(([age, below]) => ({ from: Number(age.slice(0, 2)), to: Number(age.slice(3)), below }));
  const [first] = bands;
  return first?.men && first.women ? { male: rows(first.men), female: rows(first.women) } : null;
}

/** One entry a line, so that a change of the reference reads as a change of that entry. */
function inLines(kinds: Record<string, Record<string, Facts>>): string {
  const parts = Object.entries(kinds).map(([kind, entries]) => {
    const lines = Object.entries(entries).map(([id, facts]) => `${JSON.stringify(id)}: ${JSON.stringify(facts)}`);
    return `${JSON.stringify(kind)}: {\n${lines.join(",\n")}\n}`;
  });
  return `{\n${parts.join(",\n")}\n}\n`;
}

writeFileSync(path.join(import.meta.dirname, "clinical-reference.json"), inLines(reference));
