import type { RestrictionKind } from "@/lib/clinical/facts";
import { restrictionDrawing, type RestrictionDrawing } from "@/lib/figure/restrictions";
import { Shape } from "./shape";

const drawn = new Map<RestrictionKind, RestrictionDrawing>();

/**
 * What a restriction forbids, drawn: struck through with the sign of "no", or worn as it is. A still picture without script, in the reader's own
 * colors too.
 * @param label says what the picture shows
 */
export function RestrictionPicture({ kind, label }: { kind: RestrictionKind; label: string }) {
  const drawing = drawn.get(kind) ?? restrictionDrawing(kind);
  drawn.set(kind, drawing);
  const { inside, viewBox, isStruck } = drawing;
  return (
    <span
      aria-label={label}
      className="relative grid size-18 flex-none place-items-center rounded-6 min-[360px]:size-22 bg-inset p-1"
      role="img"
    >
      <svg
        aria-hidden="true"
        className="figure block h-auto w-full"
        // The markup holds numbers and our own class names only.
        dangerouslySetInnerHTML={{ __html: inside }}
        viewBox={viewBox}
      />
      {isStruck ? (
        <svg
          aria-hidden="true"
          className="absolute inset-1 text-stop-ink"
          preserveAspectRatio="none"
          viewBox="0 0 40 30"
        >
          <path d="M4 27L36 3" stroke="var(--color-inset)" strokeLinecap="round" strokeWidth="3.4" />
          <path d="M4 27L36 3" stroke="currentColor" strokeLinecap="round" strokeWidth="1.8" />
        </svg>
      ) : null}
      <span className="absolute end-0 bottom-0 rounded-full bg-surface">
        <Shape name="block" size={20} tone="stop" />
      </span>
    </span>
  );
}
