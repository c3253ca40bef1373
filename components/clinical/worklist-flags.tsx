import { useTranslations } from "next-intl";
import { Shape, toneClass, toneOf } from "./shape";
import type { ShapeName } from "./shape-drawings";

export type WorklistFlag =
  | { kind: "red-flag"; symptom?: string | undefined }
  | { kind: "unread-report" | "on-hold" | "suspended" | "pain-rising" }
  | { kind: "missed" | "silent"; days: number }
  | { kind: "clearance-waiting"; activity?: string | undefined }
  | { kind: "ready"; phase: number };

export type FlagKind = WorklistFlag["kind"];

/** The flags in the order in which they are shown: what must be acted on first. */
const flagOrder: readonly FlagKind[] = [
  "red-flag",
  "unread-report",
  "on-hold",
  "suspended",
  "pain-rising",
  "missed",
  "silent",
  "clearance-waiting",
  "ready",
];

export const flagShapes: Record<FlagKind, ShapeName> = {
  "red-flag": "same-day",
  "unread-report": "caution",
  "on-hold": "hold",
  suspended: "hold",
  "pain-rising": "rising",
  missed: "missed",
  silent: "silent",
  "clearance-waiting": "requested",
  ready: "ready",
};

const inInk: readonly FlagKind[] = ["pain-rising", "missed", "silent", "clearance-waiting", "ready"];

/** At most two lines, then "+2"; assistive technology hears all of them. */
export function WorklistFlags({ flags }: { flags: readonly WorklistFlag[] }) {
  const t = useTranslations("status.flag");
  const sorted = [...flags].sort((a, b) => flagOrder.indexOf(a.kind) - flagOrder.indexOf(b.kind));
  const words = (flag: WorklistFlag) => {
    switch (flag.kind) {
      case "red-flag":
        return t("red-flag", { detail: flag.symptom ?? "none" });
      case "clearance-waiting":
        return t("clearance-waiting", { detail: flag.activity ?? "none" });
      case "missed":
        return t("missed", { days: flag.days });
      case "silent":
        return t("silent", { days: flag.days });
      case "ready":
        return t("ready", { phase: flag.phase });
      default:
        return t(flag.kind);
    }
  };
  if (sorted.length === 0) return <span className="text-ink-3">{t("none")}</span>;
  const hidden = sorted.length > 2 ? sorted.length - 2 : 0;
  return (
    <ul aria-label={t("label")} className="grid gap-0.5">
      {sorted.map((flag, index) => (
        <li className={index < 2 ? "flex items-center gap-1.25" : "sr-only"} key={flag.kind}>
          <Shape name={flagShapes[flag.kind]} size={14} />
          <span
            className={
              inInk.includes(flag.kind)
                ? ""
                : `font-semibold text-(--tone-ink) ${toneClass(toneOf[flagShapes[flag.kind]])}`
            }
          >
            {words(flag)}
          </span>
          {index === 1 && hidden > 0 ? (
            <span aria-hidden="true" className="text-12 text-ink-3">
              {t("more", { count: hidden })}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
