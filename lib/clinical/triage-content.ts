import type { Basis, Text } from "./facts";

/** The result of a check-in, mildest first. */
export const triageLevels = [
  "NORMAL_SORENESS",
  "REDUCE_DOSE",
  "HOLD_NOTIFY_PT",
  "SAME_DAY_SURGEON",
  "EMERGENCY",
] as const;
export type TriageLevel = (typeof triageLevels)[number];

/** What of a check-in is asked at one moment of the day; `rules.md` names the inputs of each. */
export const stages = ["full", "before", "after", "follow-up", "skip"] as const;
export type Stage = (typeof stages)[number];

export const triageRegions = ["CERVICAL", "THORACOLUMBAR", "LUMBAR"] as const;
export const triageProcedures = ["FUSION", "HARDWARE", "LUMBAR", "INJECTION"] as const;
export const pathways = ["STANDARD", "FBSS"] as const;

/** What the record knows about the person; every key is needed. */
export type TriageContext = {
  region: (typeof triageRegions)[number];
  /** Of the latest procedure. */
  procedureType: (typeof triageProcedures)[number];
  pathway: (typeof pathways)[number];
  surgical: boolean;
  /** Whole days since the latest spine procedure, in the FBSS pathway too. */
  daysSince: number;
  inExpectedFlare: boolean;
};

export type Answer = string | number | boolean;
/** By input key; null or absent is "not answered". */
export type Answers = Readonly<Record<string, Answer | null | undefined>>;

export type Comparison = "==" | "!=" | ">=" | "<=" | ">" | "<" | "in";
/** A number of a condition by its name in `parameters`. */
export type ParameterName = { readonly parameter: string };
/** In the forms below `N` is how a number may be written beside the number itself: not at all, or by its name. */
export type ContextCondition<N = never> = readonly [
  "ctx",
  keyof TriageContext,
  Comparison,
  Answer | readonly Answer[] | N,
];
/** `["rise", later, earlier, points]` holds when later − earlier ≥ points. A comparison or rise with a missing answer is false. */
export type TriageCondition<N = never> =
  | readonly [Comparison, string, Answer | readonly Answer[] | N]
  | readonly ["and" | "or", ...TriageCondition<N>[]]
  | readonly ["not", TriageCondition<N>]
  | readonly ["rise", string, string, number | N]
  | ContextCondition<N>;
/** As the content writes it; `withParameters` makes it a `TriageCondition`. */
export type WrittenCondition = TriageCondition<ParameterName>;

/** One question of the check-in. */
export type CheckInInput = {
  key: string;
  /** `int0-10` is a pain score, `number` a decimal within `range`, `enum` one of `values`. */
  type: "int0-10" | "number" | "enum" | "bool";
  /** The words of the patient for each value of an enum, quiet value first. */
  values?: readonly { value: string; label: Text }[];
  /** Lowest and highest valid number, both inclusive. */
  range?: readonly [number, number];
  question: Text;
  required: boolean | "conditional";
  /** A warning sign: unanswered, the level is never below `HOLD_NOTIFY_PT`. */
  redFlag: boolean;
  /** Asked only when it holds; null with a conditional input: asked by the clinic's choice and never counted as missing. */
  requiredWhen: ContextCondition | null;
  /** The value of "none of these"; null where none exists (a pain score). */
  quiet: Answer | null;
  /** The group of warning signs on screen; null: asked on its own. */
  group: string | null;
};

export type TriageRule = {
  id: string;
  level: TriageLevel;
  name: Text;
  /** With the numbers of the clinic's settings. */
  condition: TriageCondition;
  /** The part of the condition whose numbers somebody confirmed: what fires without it wears the mark. */
  confirmed: TriageCondition;
  written: WrittenCondition;
  /** For the clinician. */
  action: Text;
  patientMessage: Text;
  sources: readonly string[];
  basis: Basis;
};

/** A rule over several check-ins; one with a null level makes a task, never a level. */
export type TrendRule = Omit<TriageRule, "level" | "condition" | "confirmed" | "written"> & {
  level: TriageLevel | null;
  /** Codes of those who are told, as in the levels. */
  notify: readonly string[];
  /** What the rule looks at, for the clinician. */
  rule: Text;
};

export type TriageLevelFacts = {
  code: TriageLevel;
  /** 0 (mildest) to 4. */
  level: number;
  label: Text;
  programEffect: Text;
  /** Minutes until someone must have acted; null: none. */
  slaMinutes: number | null;
  notify: readonly string[];
};

/** A number behind conditions: what it is now, and as shipped. The basis says `background, unverified` where nobody has confirmed it. */
export type TriageParameter = {
  value: number;
  default: number;
  unit?: string;
  basis: string;
  rules: readonly string[];
};

/** Everything that `triage` reads: `prisma/content/triage.json`. */
export type TriageContent = {
  levels: readonly TriageLevelFacts[];
  inputs: readonly CheckInInput[];
  rules: readonly TriageRule[];
  trendRules: readonly TrendRule[];
  parameters: Readonly<Record<string, TriageParameter>>;
};
