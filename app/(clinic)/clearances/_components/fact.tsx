import type { ReactNode } from "react";
import { Shape } from "@/components/clinical/shape";
import type { ShapeName } from "@/components/clinical/shape-drawings";

/** One line of evidence with its shape, and the note that was written beside it. */
export function Fact({
  shape,
  note = null,
  children,
}: {
  shape: ShapeName;
  note?: string | null;
  children: ReactNode;
}) {
  return (
    <li className="flex items-start gap-1.75">
      <span className="mt-0.5 flex-none">
        <Shape name={shape} size={13} {...(shape === "met" ? { tone: "ok" as const } : {})} />
      </span>
      <span>
        {children}
        {note === null ? null : <span className="block text-ink-3">“{note}”</span>}
      </span>
    </li>
  );
}
