import type { Handle } from "./handles";
import type { PlacedFault } from "./placed-faults";

/** Numbers by which a joint is moved, the nearest first; where hand or foot is held, its place bends all joints of its limb. */
const movers: Readonly<Record<string, readonly string[]>> = {
  hip: ["hip", "thigh", "hipAbd", "hipRot", "foot.0", "foot.1"],
  knee: ["knee", "shank", "foot.0", "foot.1"],
  ankle: ["ankle", "pitchFoot", "foot.1", "foot.0"],
  toe: ["toe", "heelLift"],
  foot: ["foot.0", "foot.1", "knee", "shank"],
  shoulder: ["sh", "upper", "shAbd", "hand.0", "hand.1"],
  elbow: ["el", "fore", "hand.0", "hand.1"],
  wrist: ["wr", "hand.1", "hand.0"],
  hand: ["hand.0", "hand.1", "el", "fore"],
  thigh: ["hip", "thigh", "foot.0", "foot.1"],
  shank: ["knee", "shank", "foot.0", "foot.1"],
};
/** They move all joints. */
const whole: ReadonlySet<string> = new Set(["trunk", "spine"]);
const back = ["lumbar", "lumbarRot", "lumbarSide", "thorax", "thoraxRot", "thoraxSide", "neckRot", "neckSide"];

/**
 * The number beside which an editor shows a fault: one by which its joint is moved in this figure, else one by which the whole body is, else one
 * that could move it; undefined where none of the record's numbers does.
 */
export function handleOfFault({ joint, kind }: PlacedFault, handles: readonly Handle[]): Handle | undefined {
  const [, base = joint, side = ""] = /^(.+?)([RL])$/.exec(joint) ?? [];
  const words = kind === "tags" ? back : (movers[base] ?? [joint]);
  const near = words.flatMap((word) =>
    handles.filter((handle) => handle.word === word && (side === "" || handle.group.endsWith(side))),
  );
  const ofWhole = handles.find(({ isMoving, group }) => isMoving && whole.has(group));
  return near.find(({ isMoving }) => isMoving) ?? ofWhole ?? near[0];
}
