import type { Step } from "../timeline";

/** One thing wrong with a figure: the moment (step of the movement, or key), the joint or limb, and what it does. */
export type FigureFault = { frame: string; joint: string; message: string };

/** How a moment is named: by its key, or by its place among the steps. */
export const frameOf = ({ key }: Step, index: number): string =>
  key === undefined ? `step ${String(index + 1)}` : `key ${String(key + 1)}`;

/** The moments in which the body differs from the moment before: a hold is looked at once. */
export function momentsOf(steps: readonly Step[]): { step: Step; frame: string }[] {
  return steps.flatMap((step, index) =>
    step.body === steps[index - 1]?.body || (index > 0 && step.body === steps[0]?.body)
      ? []
      : [{ step, frame: frameOf(step, index) }],
  );
}
