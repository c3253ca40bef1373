import { bases, type Base } from "./bases";
import { limbs, worldNames, type Limb, type Point, type Side, type ViewName } from "./names";
import type { Anchor, Attachment, FigureKey, FigurePose, FigureProp, FigureRecord } from "./record";
import type { Vector } from "./space";

/** Every number of a pose by its name and side; a target's axes are `footR.0` to `footR.2`. */
export type Numbers = Readonly<Record<string, number>>;

/** What holds for the whole figure, after base and record are laid over each other. */
export type Setup = {
  view: ViewName;
  targets: ReadonlySet<Limb>;
  attach: ReadonlyMap<Limb, Attachment>;
  anchor: Anchor | undefined;
  bends: ReadonlyMap<Limb, Vector>;
  feetFollow: boolean;
  ground: boolean;
  props: readonly FigureProp[];
  near: Side;
  keys: readonly Numbers[];
};

const straightElbow: Vector = [-0.5, -0.8, 0.3];
const straightKnee: Vector = [1, 0, 0];

/** Base and record as one; throws a plain Error that names the key and the name that lacks a value. */
export function setUp(record: FigureRecord): Setup {
  const base = bases[record.base];
  const targets = new Set([...base.targets, ...(record.ik ?? [])].filter((limb) => !record.fk?.includes(limb)));
  const attach = new Map<Limb, Attachment>();
  const bends = new Map<Limb, Vector>();
  for (const limb of limbs) {
    const tied = record.attach?.[limb] ?? base.attach?.[limb];
    if (tied && targets.has(limb)) attach.set(limb, tied);
    const bend = record.bend?.[limb] ?? (isHand(limb) ? elbowOf(limb, base) : straightKnee);
    bends.set(limb, bend);
  }
  const anchor = record.anchor === null ? undefined : (record.anchor ?? base.anchor);
  const start = numbersOf(record.start ?? {}, numbersOf(base.pose, {}));
  const keys = filled(
    record.keys.map((key) => numbersOf(key, start)),
    targets,
  );
  return {
    view: record.view ?? base.view,
    targets,
    attach,
    anchor,
    bends,
    feetFollow: base.feetFollow === true,
    ground: record.ground === true,
    props: [...(record.noBaseProps ? [] : base.props), ...(record.props ?? [])],
    near: record.near ?? (base.view === "frontHigh" && record.base !== "seatedQuarter" ? "L" : "R"),
    keys,
  };
}

const elbowOf = (limb: Limb, { elbows = straightElbow, elbowR }: Base): Vector =>
  limb === "handR" ? (elbowR ?? elbows) : elbows;

const isHand = (limb: Limb): boolean => limb.startsWith("hand");
export const sideOf = (name: Limb | Point): Side => (name.endsWith("L") ? "L" : "R");

const timing = new Set(["move", "hold"]);

/** The numbers of a pose over those that stood before; a name without a side sets both. */
function numbersOf(pose: FigurePose | FigureKey, before: Numbers): Numbers {
  const after: Record<string, number> = { ...before };
  const entries = Object.entries(pose);
  const isSided = (name: string) => /[RL]$/.test(name);
  for (const [name, value] of [...entries.filter(([n]) => !isSided(n)), ...entries.filter(([n]) => isSided(n))]) {
    if (timing.has(name)) continue;
    if (typeof value === "number") for (const own of sided(name)) after[own] = value;
    else if (isTarget(value)) setTarget(after, name, value);
  }
  return after;
}

const isTarget = (value: unknown): value is readonly (number | null)[] => Array.isArray(value);

/** The names on which a name acts; the names of the trunk have no side. */
function sided(name: string): readonly string[] {
  const limb =
    /^(hip|hipAbd|hipRot|knee|ankle|toe|thigh|shank|pitchFoot|kneeOut|heelLift|heading|sh|shAbd|shRot|el|wr|shrug|pro|upper|fore|elOut)$/;
  return limb.test(name) ? [`${name}R`, `${name}L`] : [name];
}

function setTarget(numbers: Record<string, number>, name: string, value: readonly (number | null)[]): void {
  const both = !/[RL]$/.test(name);
  for (const own of both ? [`${name}R`, `${name}L`] : [name]) {
    for (const [axis, part] of value.entries()) {
      if (part === null) continue;
      numbers[`${own}.${String(axis)}`] = both && axis === 2 && own.endsWith("L") ? -part : part;
    }
  }
}

/** Every key gets every name that any key uses, or the name would jump instead of move; a foot on a target lies flat unless told. */
function filled(keys: readonly Numbers[], targets: ReadonlySet<Limb>): readonly Numbers[] {
  const names = new Set(keys.flatMap((key) => Object.keys(key)));
  return keys.map((key, index) => {
    const all: Record<string, number> = { ...key };
    for (const name of names) {
      if (name in all) continue;
      const lies = name.startsWith("pitchFoot") && targets.has(name.endsWith("L") ? "footL" : "footR");
      if (!lies && worldNames.includes(name.replace(/[RL]$/, ""))) {
        throw new Error(`key ${String(index + 1)}: ${name} is used by another key and has no value at the start`);
      }
      all[name] = 0;
    }
    return all;
  });
}
