/**
 * The clinical content as the rules read it. Content is always an argument of a rule, never an import:
 * the browser is given the facts of the lines on screen, not the library.
 */

/** A text in both languages of the product. */
export type Text = { en: string; es: string };

/** "background, unverified" marks a number that nobody has confirmed; the mark travels to the screen. */
export type Basis = "sourced" | "background, unverified";

export const regions = ["CERVICAL", "THORACIC", "LUMBAR"] as const;
export type Region = (typeof regions)[number];

/** The part of the spine that a treatment and its protocol are for; tags and restrictions name the finer `regions`. */
export const treatmentRegions = ["CERVICAL", "THORACOLUMBAR", "LUMBAR"] as const;
export type TreatmentRegion = (typeof treatmentRegions)[number];

export const movementTags = [
  "AXIAL_LOAD",
  "BREATH_HOLD_RISK",
  "EXTENSION",
  "FALL_RISK",
  "FLEXION",
  "IMPACT",
  "LATERAL_FLEXION",
  "LOADED_LIFTING",
  "NEURAL_TENSION",
  "NEUTRAL_SPINE",
  "OVERHEAD",
  "PRONE_ON_ELBOWS",
  "ROTATION",
  "UNSUPPORTED_TRUNK",
  "WATER_IMMERSION",
] as const;
export type MovementTag = (typeof movementTags)[number];

/** A tag without region meets every region. */
export type RegionalTag = { tag: MovementTag; region: Region | null };

export const clearanceKeys = [
  "PROGRAM_START",
  "PHASE_DYNAMIC_STABILISATION",
  "PHASE_RETURN_TO_ACTIVITY",
  "AEROBIC_MACHINES",
  "SWIM_POOL",
  "LIFT_LIMIT_UPDATE",
  "LUMBAR_ROM",
  "LUMBAR_ROTATION",
  "CERVICAL_ROM",
  "CERVICAL_ROTATION_ROM",
  "OVERHEAD",
  "YOGA_PILATES",
  "RUNNING",
  "SPORT_SPECIFIC",
  "FBSS_EXERCISE",
  "PT_SUPERVISED_START",
] as const;
export type ClearanceKey = (typeof clearanceKeys)[number];

export const conditions = [
  "osteoporosis",
  "balance-impaired",
  "vertigo",
  "leg-weakness",
  "wound-open",
  "active-infection",
  "incontinence",
  "suspected-dvt",
  "cervical-collar",
  "myelopathy",
  "dysphagia",
  "spinal-stenosis",
  "flexion-sensitive",
  "extension-sensitive",
  "nerve-irritable",
  "uncontrolled-hypertension",
  "cardiorespiratory-limit",
  "dural-repair",
  "anterior-abdominal-approach",
  "cannot-lie-prone",
  "shoulder-problem",
  "knee-problem",
] as const;
export type Condition = (typeof conditions)[number];

export const restrictionKinds = [
  "no-bending",
  "no-twisting",
  "no-lifting",
  "lift-limit",
  "no-impact",
  "no-overhead",
  "no-immersion",
  "no-extension",
  "no-side-bending",
  "brace",
  "collar",
  "sit-limit",
  "driving",
] as const;
export type RestrictionKind = (typeof restrictionKinds)[number];

export const clearanceStates = [
  "requested",
  "returned",
  "granted",
  "limited",
  "denied",
  "under-review",
  "revoked",
  "expired",
] as const;
export type ClearanceState = (typeof clearanceStates)[number];

export const sides = ["left", "right", "both", "alternate"] as const;
export type Side = (typeof sides)[number];

/** Units are in the names; a key that is absent or null does not apply to the exercise. */
export type Dosage = {
  sets?: number | null | undefined;
  reps?: number | null | undefined;
  holdSec?: number | null | undefined;
  restSec?: number | null | undefined;
  durationMin?: number | null | undefined;
  perDay?: number | null | undefined;
  perWeek?: number | null | undefined;
  /** The days of the week on which it is done, 1 (Monday) to 7, ascending; then `perWeek` is how many they are. */
  weekdays?: readonly number[] | null | undefined;
  loadKg?: number | null | undefined;
  /** Highest effort on the generic 0–10 scale. */
  rpeMax?: number | null | undefined;
  side?: Side | null | undefined;
};

/**
 * FROM_DAY: from `day` on. CLEARANCE_FROM_DAY: from `day` on with a live grant. NEVER_WITHOUT_CLEARANCE: no typical day exists,
 * an individual surgeon's decision. AVOID: blocked whatever is cleared.
 */
export const earliestRules = ["FROM_DAY", "CLEARANCE_FROM_DAY", "NEVER_WITHOUT_CLEARANCE", "AVOID"] as const;
export type EarliestRule = (typeof earliestRules)[number];

/** When an exercise may begin in one protocol: whole days since the anchor, and the earliest phase. */
export type Earliest = {
  rule: EarliestRule;
  day: number | null;
  phase: number | null;
  clearance: boolean;
  basis: Basis;
};

export type Contraindication = { condition: Condition; severity: "block" | "override" };

export const rampGroups = ["walking", "cycling"] as const;
export type RampGroup = (typeof rampGroups)[number];

/** What the rules need to know of an exercise; `earliest` is keyed by protocol id. */
export type ExerciseFacts = {
  id: string;
  name: Text;
  position: string;
  tags: RegionalTag[];
  earliest: Record<string, Earliest>;
  clearanceKey: ClearanceKey;
  defaultDosage: Dosage;
  contraindicationCodes: Contraindication[];
  rampGroup: RampGroup | null;
  sources: string[];
  basis: Basis;
};

/** One line of a protocol's phase: the phase's default dosage and when it opens inside the phase. */
export type PhaseLineFacts = {
  exercise: string;
  dosage: Dosage;
  requiresClearance: boolean;
  availableFromDay: number;
};

/** A phase holds the days `dayStart` ≤ day < `dayEndExclusive` (null: open end). */
export type PhaseFacts = {
  n: number;
  name: Text;
  dayStart: number;
  dayEndExclusive: number | null;
  /** Clearance keys among the entry criteria of the phase. */
  entryClearances: ClearanceKey[];
  limits: { liftKg: number | null; sitMaxMin: number | null };
  blockedTags: RegionalTag[];
  lines: PhaseLineFacts[];
  sources: string[];
};

export const procedureTypes = ["fusion", "hardware", "lumbar", "injection"] as const;
export type ProcedureType = (typeof procedureTypes)[number];

export type ProtocolFacts = {
  id: string;
  /** A template of the clinic's own: its numbers are its own, and the clinic's settings of the shipped protocol are not put over them. */
  isOwn?: true;
  /** Of an own template: the first day of the shipped protocol that a surgeon's later timeline moves. */
  shiftsFrom?: number;
  /** Of an own template: the techniques by which it is suggested, as they were published. */
  techniques?: readonly Text[];
  title: Text;
  procedureType: ProcedureType | "any";
  region: TreatmentRegion;
  anchor: "PROCEDURE_DATE" | "PATHWAY_START";
  phases: PhaseFacts[];
  sources: string[];
};

/** Everything that `review` and `signing` read, keyed by id. */
export type ClinicalContent = {
  exercises: Readonly<Record<string, ExerciseFacts>>;
  protocols: Readonly<Record<string, ProtocolFacts>>;
};
