import { iconDrawings, type IconName } from "./icon-drawings";

export type { IconName };

/** Hidden from assistive technology: the word beside it, or the control's name, carries the meaning. `size` in CSS pixels. */
export function Icon({ name, size = 16, className }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      className={className === undefined ? "icon" : `icon ${className}`}
      dangerouslySetInnerHTML={{ __html: iconDrawings[name] }}
      height={size}
      viewBox="0 0 16 16"
      width={size}
    />
  );
}
