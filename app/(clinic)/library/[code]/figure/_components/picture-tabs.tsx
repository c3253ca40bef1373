"use client";

import { useTranslations } from "next-intl";
import { FigurePicture } from "@/components/figure/figure-picture";
import { pictureIn } from "@/components/figure/picture-in";
import { StopSign } from "@/components/ui/stop-sign";
import { croppedCanvas } from "@/lib/figure/crop";
import { keyPicture, type Drawing } from "@/lib/figure/figure";
import type { PlacedFault } from "@/lib/figure/placed-faults";

/** The pictures in their order, each a button that takes it into the fields. */
export function PictureTabs({
  drawing,
  count,
  faults,
  picture,
  onPicture,
}: {
  drawing: Drawing | null;
  count: number;
  faults: readonly PlacedFault[];
  picture: number;
  onPicture: (picture: number) => void;
}) {
  const t = useTranslations("poseEditor");
  const at = useTranslations("figures.at");
  return (
    <ol aria-label={t("pictures")} className="flex flex-wrap gap-2">
      {Array.from({ length: count }, (_, index) => {
        const wrong = faults.filter(({ key }) => key === index).length;
        return (
          <li key={index}>
            <button
              aria-pressed={index === picture}
              className="grid w-36 gap-1 rounded-10 border border-edge bg-surface p-1.5 text-13 aria-pressed:border-accent aria-pressed:bg-accent-tint aria-pressed:font-semibold aria-pressed:ring-1 aria-pressed:ring-accent max-sm:w-28"
              onClick={() => onPicture(index)}
              type="button"
            >
              {drawing ? (
                <FigurePicture {...pictureIn(croppedCanvas(drawing), keyPicture(drawing, index), false)} />
              ) : null}
              <span className="flex items-center justify-center gap-1.5">
                {at("picture", { n: index + 1 })}
                {wrong === 0 ? null : (
                  <>
                    <StopSign />
                    <span className="sr-only">{t("faults", { count: wrong })}</span>
                  </>
                )}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
