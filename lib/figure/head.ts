import { spineAt, type Body } from "./body";
import { bonePart } from "./limbs";
import { ellipse, movePoints, polyline, readPath, smoothLine, type Part, type Shape } from "./shape";
import { add, dot, scale } from "./space";
import { angleOf, project, type View } from "./view";

/** From which side a head is drawn. */
export type HeadSide = "front" | "back" | "profile";

const size = 1.06;
const profile = readPath(
  "M-5.5-5C-8.8-2-9.6 3-9 8C-8 14-3 16.8 1.5 16.6C6.5 16.4 9.6 13 9.7 9C9.7 7.3 9.3 6.2 9.5 5.2C10.2 3.9 11.6 2.2 11.7 1.3C11.7 .6 10.7 .5 10 .4C10.1-.3 10.3-.8 10-1.3C10.2-1.9 10-2.4 9.8-2.8C9.8-4.2 9.2-5.8 7-6.2C4-6.6 1.6-5.4-.5-3.6C-1-5-3-6-5.5-5Z",
);
const profileHair = readPath(
  "M8.9 11.2C6.5 11.8 4 11.2 2.6 9.4C2.2 7.4 1.4 5.6 .2 5.2C-1.2 4.8-2.4 5.8-2.6 3.4C-2.9 .6-3.2-1.8-5.6-3.6C-8.6-2.6-10.2 3-9.8 8C-9.2 14-4 17.8 1.6 17.6C6.2 17.4 9 14.6 8.9 11.2Z",
);
const frontOval = readPath("M-7.5 6C-7.6 13-4 16.6 0 16.6C4 16.6 7.6 13 7.5 6C7.4-.5 4-6.4 0-6.4C-4-6.4-7.4-.5-7.5 6Z");
const frontHair = readPath(
  "M-7.9 5C-8.8 13-4.6 17.8 0 17.8C4.6 17.8 8.8 13 7.9 5C7 8.4 6.4 10 5 10.8C1.6 12.2-3 12-5 10.6C-6.4 9.8-7.2 8.2-7.9 5Z",
);
const backHair = readPath(
  "M-7.9 6C-8.6 13-4.6 17.8 0 17.8C4.6 17.8 8.6 13 7.9 6C7.6 0 5.6-4 4-4.6C2-5.2-2-5.2-4-4.6C-5.6-4-7.6 0-7.9 6Z",
);

/** How much a face looks toward the viewer (−1 to 1). */
const facing = (view: View, body: Body): number => dot(body.head.x, view.toViewer);

export function headSideOf(view: View, body: Body): HeadSide {
  const toward = facing(view, body);
  return toward > 0.45 ? "front" : toward < -0.45 ? "back" : "profile";
}

export function neckPart(view: View, body: Body, isMoving: boolean): Part {
  const from = spineAt(body, 7.9);
  const to = add(spineAt(body, 10), scale(body.head.y, 1));
  return bonePart("neck", isMoving ? "edge move" : "edge skin", view, "neck", from, to, body.head.x);
}

/** The head, drawn from each side that the movement shows; only the side of this moment is visible. */
export function headParts(view: View, body: Body, shown: ReadonlySet<HeadSide>, isMoving: boolean): Part[] {
  const now = headSideOf(view, body);
  const [x, y] = project(view, spineAt(body, 10));
  const up = project(view, body.head.y);
  const angle = angleOf(up) + 90;
  const forward = project(view, body.head.x);
  const radians = (angle * Math.PI) / 180;
  const toRight = forward[0] * Math.cos(radians) + forward[1] * Math.sin(radians);
  const turn = (Math.atan2(toRight, facing(view, body)) * 180) / Math.PI;
  const flip = toRight < 0 ? -1 : 1;
  const put = (key: string, look: string, shape: Shape, side: HeadSide): Part => {
    const part = { key: `head ${side} ${key}`, look, x, y, angle, shape };
    return shown.size > 1 ? { ...part, isHidden: side !== now } : part;
  };
  const own = (shape: Shape, mirror: number): Shape => movePoints(shape, (px, py) => [px * size * mirror, -py * size]);
  const line = isMoving ? "edge move-line skin" : "edge skin";
  const hair = isMoving ? "hair move-line" : "hair";
  const parts: Part[] = [];
  if (shown.has("profile")) {
    parts.push(
      put("face", line, own(profile, flip), "profile"),
      put("hair", hair, own(profileHair, flip), "profile"),
      put("ear", "ear", ellipse([-0.4 * size * flip, -3 * size], 1.5, 2.1), "profile"),
      put(
        "eye",
        "eye",
        polyline([
          [6.6 * size * flip, -5.6 * size],
          [6.6 * size * flip, -5.6 * size],
        ]),
        "profile",
      ),
    );
  }
  if (shown.has("front")) {
    const around = (radius: number, degrees: number): number =>
      radius * Math.sin(((turn + degrees) * Math.PI) / 180) * size;
    const dot = (at: number) =>
      polyline([
        [at, -5.2 * size],
        [at, -5.2 * size],
      ]);
    parts.push(
      put("face", line, own(frontOval, 1), "front"),
      put("hair", hair, own(frontHair, 1), "front"),
      put("eyeR", "eye", dot(around(6.8, -26)), "front"),
      put("eyeL", "eye", dot(around(6.8, 26)), "front"),
      put(
        "nose",
        "face-line",
        smoothLine([
          [around(8, 0), -3.6 * size],
          [around(9.6, 4), -0.8 * size],
          [around(8, -6), -0.4 * size],
        ]),
        "front",
      ),
      put(
        "mouth",
        "face-line",
        smoothLine([
          [around(7.4, -17), 2 * size],
          [around(7.6, 0), 2.8 * size],
          [around(7.4, 17), 2 * size],
        ]),
        "front",
      ),
    );
  }
  if (shown.has("back")) {
    parts.push(put("face", line, own(frontOval, 1), "back"), put("hair", hair, own(backHair, 1), "back"));
  }
  return parts;
}
