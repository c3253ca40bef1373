import { iconDrawings, type IconName } from "./icon-drawings";
import { smallDrawing } from "./small-drawing";

export type { IconName };

/** Hidden from assistive technology: the word beside it, or the control's name, carries the meaning. `size` in CSS pixels. */
export function Icon({ name, size = 16, className }: { name: IconName; size?: number; className?: string }) {
  return smallDrawing({
    className: className === undefined ? "icon" : `icon ${className}`,
    inside: iconDrawings[name],
    size,
  });
}
