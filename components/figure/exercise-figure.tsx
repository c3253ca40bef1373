import { useLocale, useTranslations } from "next-intl";
import { cardPicture, keyPicture, movingPicture, viewBox, type Drawing } from "@/lib/figure/figure";
import type { ShownFigure } from "@/lib/figure/shown";
import { isMirroredFor } from "@/lib/figure/sides";
import type { ShownFigure } from "@/lib/figure/shown";
import { drawingOf } from "./drawing-of";

/**
 * An exercise's figure: it moves, can be stopped, and is shown as numbered pictures on paper and to who asked for less motion. Nothing for an
 * exercise without a figure.
 * @param figure which one: a record of the clinic's own, or the shipped one of this code; null: none
 * @param alt what it shows, in the reader's language: the exercise's `textAlternative`
 * @param side the person's own side that works: the picture is turned round where it was drawn with the other one
 * @param isStill one picture with the movement's arrow, as on a card
 */
export function ExerciseFigure({
  figure,
  alt,
  side,
  isStill = false,
}: {
  figure: ShownFigure | null;
  alt: string;
  side?: "left" | "right" | "both" | "alternate" | null | undefined;
  isStill?: boolean;
}) {
  const t = useTranslations("figure");
  const locale = useLocale() === "es" ? "es" : "en";
  const drawing = figure === null ? undefined : drawingOf(figure);
  if (!drawing) return null;
  const isMirrored = isMirroredFor(drawing.scene.record, side);
  if (isStill) {
    return (
      <div aria-label={alt} role="img">
        <Picture drawing={drawing} inside={cardPicture(drawing)} isMirrored={isMirrored} />
      </div>
    );
  }
  return (
    <figure className="figure-frame grid gap-1">
      <figcaption className="sr-only">{alt}</figcaption>
      <div aria-hidden="true" className="figure-moving">
        <Picture drawing={drawing} inside={movingPicture(drawing)} isMirrored={isMirrored} />
      </div>
      <ol className="figure-strip flex-wrap gap-2">
        {drawing.stills.map((_, key) => (
          <li className="flex min-w-40 flex-1 flex-col gap-1" key={key}>
            <Picture drawing={drawing} inside={keyPicture(drawing, key)} isMirrored={isMirrored} />
            <span className="text-center text-13 text-ink-2 roomy:text-16">
              {key + 1}. {drawing.scene.record.keys[key]?.say?.[locale] ?? ""}
            </span>
          </li>
        ))}
      </ol>
      <label className="figure-control inline-flex min-h-8 items-center gap-2 justify-self-start text-13 text-ink-2 roomy:min-h-12 roomy:text-16">
        <input className="figure-pause size-4 accent-accent roomy:size-5" type="checkbox" />
        {t("still")}
      </label>
    </figure>
  );
}

function Picture({ drawing, inside, isMirrored }: { drawing: Drawing; inside: string; isMirrored: boolean }) {
  const { canvas } = drawing;
  const box = isMirrored ? { ...canvas, x: -canvas.x - canvas.w } : canvas;
  // The markup holds numbers and our own class names only.
  const markup = { __html: isMirrored ? `<g transform="scale(-1 1)">${inside}</g>` : inside };
  return (
    <svg
      aria-hidden="true"
      className="figure block h-auto w-full"
      dangerouslySetInnerHTML={markup}
      viewBox={viewBox(box)}
    />
  );
}
