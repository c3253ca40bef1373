import { limits } from "./checks/joints";
import { drives } from "./drives";
import { armNames, legNames, sides, trunkNames, type Limb, type Side } from "./names";
import type { FigureRecord } from "./record";
import { setUp, type Numbers, type Setup } from "./setup";

/** Where a number of a pose belongs; limbs by their side. */
export const handleGroups = ["trunk", "spine", "legR", "legL", "armR", "armL"] as const;
export type HandleGroup = (typeof handleGroups)[number];

/** A number of a pose that an editor may change. */
export type Handle = {
  /** As poses number it: `kneeR`; an axis of a target is `footR.0`. */
  name: string;
  /** The same without its side: what it is called. */
  word: string;
  group: HandleGroup;
  unit: "°" | "cm";
  /** The range of its slider; for joints their bounds. What the whole pose may be is for the checks to say. */
  low: number;
  high: number;
  /** It changes between the pictures of this figure. */
  isMoving: boolean;
};

const spineWords = new Set<string>(trunkNames.filter((name) => /^(lumbar|thorax|neck|head|tuck|belly)/.test(name)));
const legWords = new Set<string>(legNames);
const armWords = new Set<string>(armNames);

type Range = readonly [number, number];
/** Ranges (degrees, cm) of what the table of joints does not bound by itself. */
const ranges: Readonly<Record<string, Range>> = {
  ...{ x: [-60, 150], y: [0, 140], z: [-60, 60], pitch: [-180, 180], roll: [-180, 180], turn: [-180, 180] },
  ...{ head: [-30, 30], tuck: [0, 4], belly: [0, 4], shrug: [-2, 7], pro: [-4, 8] },
  ...{ hip: limits["hip flexion"], hipAbd: limits["hip abduction"], hipRot: limits["hip rotation"] },
  ...{ knee: limits.knee, ankle: limits.ankle, toe: limits.toe, el: limits.elbow, wr: limits.wrist },
  ...{ sh: [-60, 180], shAbd: [-30, 180], shRot: [-90, 90], kneeOut: [-30, 60], elOut: [-60, 60] },
  ...{ thigh: [-120, 200], shank: [-180, 180], upper: [-120, 200], fore: [-120, 220] },
  ...{ pitchFoot: [-90, 90], heelLift: [0, 50], heading: [-60, 60] },
  ...{ lumbar: limits.lumbar, lumbarSide: limits.lumbarSide, lumbarRot: limits.lumbarRot },
  ...{ thorax: limits.thorax, thoraxSide: limits.thoraxSide, thoraxRot: limits.thoraxRot },
  ...{ neck: limits.neck, neckSide: limits.neckSide, neckRot: limits.neckRot },
  ...{ "foot.0": [-100, 160], "foot.1": [0, 120], "foot.2": [-80, 80] },
  ...{ "hand.0": [-100, 200], "hand.1": [0, 220], "hand.2": [-100, 100] },
};
const lengths = /^(x|y|z|tuck|belly|shrug|pro|(foot|hand)\.[012])$/;

/** All numbers of a record's pictures that may be changed, those that move first in their group's order; none that a generator or a contact decides. */
export function handlesOf(record: FigureRecord): Handle[] {
  const setup = setUp(record);
  const driven = record.drive ? drives[record.drive](0) : {};
  const names = [...new Set([...bodyNames(setup), ...sides.flatMap((side) => limbNames(setup, side))])];
  return names
    .filter((name) => !(name in driven))
    .flatMap((name) => handle(name, setup.keys))
    .toSorted((a, b) => Number(b.isMoving) - Number(a.isMoving));
}

/** The values of every number in each picture. Throws a plain Error when the record lacks a value. */
export function poseValues(record: FigureRecord): readonly Numbers[] {
  return setUp(record).keys;
}

function handle(name: string, keys: readonly Numbers[]): Handle[] {
  const word = name.replace(/[RL](?=$|\.)/, "");
  const range = ranges[word];
  if (!range) return [];
  const values = keys.map((key) => key[name] ?? 0);
  const [low, high] = [Math.min(range[0], ...values), Math.max(range[1], ...values)];
  const isMoving = Math.max(...values) - Math.min(...values) > 0.05;
  return [{ name, word, group: groupOf(name, word), unit: lengths.test(word) ? "cm" : "°", low, high, isMoving }];
}

function groupOf(name: string, word: string): HandleGroup {
  const side: Side = /L($|\.)/.test(name) ? "L" : "R";
  if (legWords.has(word) || word.startsWith("foot.")) return `leg${side}`;
  if (armWords.has(word) || word.startsWith("hand.")) return `arm${side}`;
  return spineWords.has(word) ? "spine" : "trunk";
}

/** Of the body as a whole and its spine; an anchor decides the place on its axes. */
function bodyNames({ anchor }: Setup): string[] {
  const places = ["x", "y", "z"].filter((_, axis) => (anchor?.at[axis] ?? null) === null);
  return [...places, "pitch", "roll", "turn", ...spineWords];
}

/** Of a leg and an arm: the place that hand or foot touches, or the joints, in space where the posture says them so. */
function limbNames({ targets, attach, keys, feetFollow }: Setup, side: Side): string[] {
  const [first] = keys;
  const has = (name: string) => first !== undefined && name + side in first;
  const joint = (name: string, inSpace: string) => (has(inSpace) ? inSpace : name);
  const touches = (limb: Limb) => (attach.has(limb) ? [] : [0, 1, 2].map((axis) => `${limb}.${String(axis)}`));
  const turns = has("shank") ? [] : ["hipAbd", "hipRot"];
  const leg = targets.has(`foot${side}`)
    ? [...touches(`foot${side}`), ...sided(["kneeOut", feetFollow ? "ankle" : "pitchFoot", "heelLift"], side)]
    : sided([joint("hip", "thigh"), ...turns, joint("knee", "shank"), joint("ankle", "pitchFoot"), "toe"], side);
  const arm = targets.has(`hand${side}`)
    ? [...touches(`hand${side}`), ...sided(["elOut", "shrug", "pro"], side)]
    : sided([joint("sh", "upper"), "shAbd", "shRot", joint("el", "fore"), "wr", "shrug", "pro"], side);
  return [...leg, ...arm];
}

const sided = (names: readonly string[], side: Side): string[] => names.map((name) => name + side);
