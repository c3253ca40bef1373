import { contactFaults, reachFaults } from "./checks/contacts";
import { momentsOf, type FigureFault } from "./checks/fault";
import { jointFaults } from "./checks/joints";
import { motionFaults } from "./checks/motion";
import { seamFaults } from "./checks/seams";
import { solidFaults } from "./checks/solids";
import { draw, type Drawing } from "./figure";
import type { FigureRecord } from "./record";

/** Everything that is wrong with a figure's body and its movement; empty when a patient may see it. */
export function drawingFaults(drawing: Drawing): FigureFault[] {
  const { movement, scene } = drawing;
  const moments = momentsOf(movement.steps).flatMap(({ step, frame }) => [
    ...jointFaults(frame, step.body),
    ...reachFaults(frame, step.body),
    ...solidFaults(frame, step.body, step.near, movement.setup.props, scene.ground),
  ]);
  return [...moments, ...contactFaults(movement), ...motionFaults(drawing), ...seamFaults(drawing)];
}

/** The same for a record that may not even be drawable. */
export function checkFigure(record: FigureRecord): FigureFault[] {
  try {
    return drawingFaults(draw(record));
  } catch (error) {
    return [{ frame: "all", joint: "record", message: error instanceof Error ? error.message : String(error) }];
  }
}
