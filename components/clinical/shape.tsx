import { smallDrawing } from "../ui/small-drawing";
import { type ShapeName, shapeDrawings } from "./shape-drawings";

export type Tone = "stop" | "warn" | "care" | "ok" | "wait" | "step" | "mute" | "emergency";

/** The one color of each status; the shape and the word say the same without it. */
export const toneOf: Record<ShapeName, Tone> = {
  block: "stop",
  override: "warn",
  caution: "care",
  clear: "ok",
  emergency: "stop",
  "same-day": "stop",
  hold: "warn",
  reduce: "care",
  expected: "ok",
  requested: "wait",
  returned: "wait",
  granted: "ok",
  limited: "ok",
  denied: "stop",
  revoked: "stop",
  expired: "mute",
  "under-review": "warn",
  done: "step",
  now: "step",
  ready: "ok",
  "not-yet": "mute",
  "needs-clearance": "mute",
  held: "warn",
  "stepped-back": "warn",
  met: "ok",
  unmet: "mute",
  unknown: "mute",
  rising: "warn",
  missed: "mute",
  silent: "mute",
};

const toneClasses: Record<Tone, string> = {
  stop: "tone-stop",
  warn: "tone-warn",
  care: "tone-care",
  ok: "tone-ok",
  wait: "tone-wait",
  step: "tone-step",
  mute: "tone-mute",
  emergency: "tone-emergency",
};

export function toneClass(tone: Tone): string {
  return toneClasses[tone];
}

/** The drawn part of a status, hidden from assistive technology: the word must stand beside it. `size` in CSS pixels. */
export function Shape({
  name,
  size = 16,
  tone = toneOf[name],
  className,
}: {
  name: ShapeName;
  size?: number;
  tone?: Tone;
  className?: string;
}) {
  return smallDrawing({
    className: `shape ${toneClass(tone)}${className === undefined ? "" : ` ${className}`}`,
    inside: shapeDrawings[name],
    size,
  });
}
