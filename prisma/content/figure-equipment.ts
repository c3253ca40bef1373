import type { Drawing } from "@/lib/figure/figure";
import type { FigureFault } from "@/lib/figure/checks/fault";
import type { PropName } from "@/lib/figure/names";
import { pointsOf } from "@/lib/figure/shape";
import type { ContentExercise } from "@/lib/schemas/content/exercise";

/** What shows a piece of equipment: one of these things, or shoes on the feet. */
const shownBy: Readonly<Record<string, readonly (PropName | "shoes")[]>> = {
  "arm bike": ["arm-bike"],
  band: ["band"],
  "band or cable": ["band"],
  bed: ["bed"],
  bench: ["bench", "back-extension-bench"],
  bike: ["upright-bike"],
  box: ["box"],
  "cable or band": ["band"],
  chair: ["chair", "stool"],
  corridor: ["wallAhead", "panel", "counter"],
  doorway: ["doorway"],
  dowel: ["stick"],
  dumbbell: ["dumbbell"],
  dumbbells: ["dumbbell"],
  elliptical: ["elliptical"],
  "exercise ball": ["ball"],
  "firm chair": ["chair"],
  float: ["float"],
  handrail: ["stairs"],
  kettlebell: ["kettlebell"],
  "light band": ["band"],
  machine: ["leg-press", "lat-pulldown", "chest-press"],
  // In pictures that are not seen from the side a mat is drawn flat.
  mat: ["mat", "rug"],
  pillow: ["pillow"],
  pool: ["pool"],
  "recumbent bike": ["recumbent-bike"],
  // Tied to a post, or as a loop around both legs.
  "resistance band": ["band", "strap"],
  "running shoes": ["shoes"],
  "small ball": ["smallBall"],
  "stair climber": ["stair-climber"],
  stairs: ["stairs"],
  step: ["step"],
  strap: ["strap", "band"],
  support: ["counter", "chair"],
  "supportive shoes": ["shoes"],
  timer: ["timer"],
  towel: ["towel"],
  treadmill: ["treadmill"],
  various: ["box", "shelf"],
  wall: ["wallAhead", "wallBehind", "panel"],
};

/** Equipment that the exercise names and its figure does not draw, or draws beside the canvas. */
export function equipmentFaults(drawing: Drawing, { equipment }: Pick<ContentExercise, "equipment">): FigureFault[] {
  return equipment.flatMap(({ en }): FigureFault[] => {
    const things = shownBy[en];
    if (!things) return [{ frame: "all", joint: "equipment", message: `nothing is known that shows: ${en}` }];
    return things.some((thing) => isDrawn(drawing, thing))
      ? []
      : [{ frame: "all", joint: "equipment", message: `${en} is not drawn` }];
  });
}

function isDrawn({ scene, stills, canvas }: Drawing, thing: PropName | "shoes"): boolean {
  if (thing === "shoes") return scene.record.shoes === true;
  const { props } = scene.movement.setup;
  const keys = props.flatMap(({ name }, index) => (name === thing ? [`${name}${String(index)}`] : []));
  return stills.some(({ parts }) =>
    parts.some(
      (part) =>
        !part.isHidden &&
        keys.some((key) => part.key === key || part.key.startsWith(`${key} `)) &&
        pointsOf(part).some(
          ([x, y]) => x >= canvas.x && x <= canvas.x + canvas.w && y >= canvas.y && y <= canvas.y + canvas.h,
        ),
    ),
  );
}
