import { useLocale, useTranslations } from "next-intl";
import type { Dosage } from "@/lib/clinical/facts";
import { croppedCanvas } from "@/lib/figure/crop";
import { movingPicture, type Drawing } from "@/lib/figure/figure";
import type { ShownFigure } from "@/lib/figure/shown";
import { isMirroredFor, workedSide } from "@/lib/figure/sides";
import { heldFor, type Held } from "@/lib/figure/timing";
import { drawingOf } from "./drawing-of";
import { FigurePicture } from "./figure-picture";
import { HoldRing } from "./hold-ring";
import { KeyPoses } from "./key-poses";
import { pictureIn } from "./picture-in";

type Shown = { drawing: Drawing; held: Held | null };

/**
 * An exercise's figure: it moves at the pace of the dosage, can be stopped, and is shown as numbered pictures on paper and to who asked for less
 * motion. Nothing for an exercise without a figure.
 * @param alt what it shows, in the reader's language: the exercise's `textAlternative`
 * @param dosage `side` turns the picture round where it was drawn with the person's other side; `holdSec` is the time of the held pose
 */
export function ExerciseFigure({
  figure,
  alt,
  dosage = {},
}: {
  figure: ShownFigure | null;
  alt: string;
  dosage?: Pick<Dosage, "side" | "holdSec">;
}) {
  const locale = useLocale();
  const t = useTranslations("figure");
  const drawn = figure && drawingOf(figure);
  if (!drawn) return null;
  const { side, holdSec } = dosage;
  const shown: Shown = holdSec == null ? { drawing: drawn, held: null } : heldFor(drawn, holdSec);
  const { record } = drawn.scene;
  const isOneSide = (side === "both" || side === "alternate") && workedSide(record) !== null;
  const cues = [
    holdSec != null && t("hold", { n: holdSec }),
    shown.held && t("back"),
    isOneSide && t("otherSide"),
  ].filter((cue) => typeof cue === "string");
  return (
    <figure className="figure-frame overflow-hidden rounded-10 border border-line bg-surface roomy:rounded-14">
      <figcaption className="sr-only">{[alt, ...cues].join(" ")}</figcaption>
      <div aria-hidden="true" className="figure-moving p-2">
        <FigurePicture
          {...pictureIn(croppedCanvas(drawn), movingPicture(shown.drawing), isMirroredFor(record, side))}
        />
        {cues.length === 0 ? null : (
          <p className="flex items-center gap-2.5 px-2 pt-1 font-semibold">
            {shown.held && <HoldRing held={shown.held} seconds={lengthOf(shown.drawing)} />}
            <span>{cues.join(" ")}</span>
          </p>
        )}
      </div>
      <KeyPoses className="figure-strip p-2" dosage={dosage} drawing={drawn} locale={locale} words={t} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line px-3 py-1.5 text-13 text-ink-2 roomy:px-4 roomy:text-16">
        <Legend drawing={drawn} />
        <label className="figure-control inline-flex min-h-8 items-center gap-2 rounded-6 font-medium text-accent-ink outline-offset-2 outline-focus has-focus-visible:outline-2 roomy:min-h-11">
          <input className="figure-pause size-4 accent-accent outline-none roomy:size-5" type="checkbox" />
          {t("still")}
        </label>
      </div>
    </figure>
  );
}

/** What the colour and the line along the back mean. */
function Legend({ drawing: { scene, movement } }: { drawing: Drawing }) {
  const t = useTranslations("figure");
  const { moves, spine } = scene.record;
  return (
    <ul aria-hidden="true" className="grid gap-x-4 gap-y-1 py-1">
      {moves.length === 0 ? null : (
        <li className="flex items-center gap-2">
          <span className="h-2 w-6 flex-none rounded-full bg-figure-move" />
          {t(movement.keys.length > 1 ? "move" : "work")}
        </li>
      )}
      {spine === undefined ? null : (
        <li className="flex items-center gap-2">
          <svg className="h-2 w-6 flex-none fill-none stroke-ink-2 stroke-3 [stroke-linecap:round]" viewBox="0 0 24 8">
            <path d="M2 4H22" strokeDasharray={spine === "still" ? "0 5" : undefined} />
          </svg>
          {t(spine === "still" ? "spineStill" : "spineMoves")}
        </li>
      )}
    </ul>
  );
}

const lengthOf = ({ movement }: Drawing): number => movement.steps.at(-1)?.time ?? 0;
