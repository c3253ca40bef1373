import { useTranslations } from "next-intl";
import type { LineChange } from "@/lib/draft/compare-lines";

export type ChangeKind = "added" | "removed" | "moved" | "changed" | "same";

/** What happened to a line; one that was moved and changed counts as moved. */
export function kindOf(change: LineChange): ChangeKind {
  if (change.kind !== "both") return change.kind;
  if (change.keys.includes("phase")) return "moved";
  return change.keys.length > 0 ? "changed" : "same";
}

const glyphs: Record<ChangeKind, string> = { added: "+", removed: "−", moved: "→", changed: "≠", same: "=" };
const looks: Record<ChangeKind, string> = {
  added: "border-accent bg-accent text-on-accent forced-color-adjust-none",
  removed: "border-dashed border-ink-2 text-ink",
  moved: "border-accent text-accent-ink",
  changed: "border-accent bg-accent-tint text-accent-ink",
  same: "border-line text-ink-3",
};

/** The kind of a change by sign and word. */
export function ChangeMark({ kind }: { kind: ChangeKind }) {
  const t = useTranslations("program.changes");
  return (
    <span className="inline-flex items-center gap-1.5 font-semibold">
      <span
        aria-hidden="true"
        className={`inline-grid size-4.5 flex-none place-items-center rounded-3 border leading-none ${looks[kind]}`}
      >
        {glyphs[kind]}
      </span>
      {t(kind)}
    </span>
  );
}
