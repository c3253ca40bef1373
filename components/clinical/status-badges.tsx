import { useTranslations } from "next-intl";
import type { ClearanceState } from "@/lib/clinical/facts";
import type { Severity } from "@/lib/clinical/finding";
import type { TriageLevel } from "@/lib/clinical/triage-content";
import type { ShapeName } from "./shape-drawings";
import { Shape, toneClass, toneOf } from "./shape";

export type PhaseState = "done" | "now" | "ready" | "not-yet" | "needs-clearance" | "held" | "stepped-back";
type BadgeSize = { size?: number; isWordHidden?: boolean };

const triageShapes: Record<TriageLevel, ShapeName> = {
  EMERGENCY: "emergency",
  SAME_DAY_SURGEON: "same-day",
  HOLD_NOTIFY_PT: "hold",
  REDUCE_DOSE: "reduce",
  NORMAL_SORENESS: "expected",
};

/** Shape and bold word. A hidden word is still read aloud and stands in the tooltip. */
export function StatusBadge({
  shape,
  word,
  size = 16,
  isWordHidden = false,
}: BadgeSize & { shape: ShapeName; word: string }) {
  return (
    <span className="inline-flex items-center gap-1.5" title={isWordHidden ? word : undefined}>
      <Shape name={shape} size={size} />
      <span className={isWordHidden ? "sr-only" : `font-semibold text-(--tone-ink) ${toneClass(toneOf[shape])}`}>
        {word}
      </span>
    </span>
  );
}

/** The verdict of a line or of a program: block, override, caution, clear. */
export function VerdictBadge({ verdict, ...size }: BadgeSize & { verdict: Severity }) {
  const t = useTranslations("status.severity");
  return <StatusBadge {...size} shape={verdict} word={t(verdict)} />;
}

/** What a check-in means, for clinicians; patients read a sentence. */
export function TriageBadge({ level, ...size }: BadgeSize & { level: TriageLevel }) {
  const t = useTranslations("status.triage");
  return <StatusBadge {...size} shape={triageShapes[level]} word={t(level)} />;
}

/** The state of a clearance, or that a decision on it was taken back: filled seals are live, outlined ones are not. */
export function ClearanceBadge({ state, ...size }: BadgeSize & { state: ClearanceState | "undone" }) {
  const t = useTranslations("status.clearance");
  return <StatusBadge {...size} shape={state === "undone" ? "expired" : state} word={t(state)} />;
}
