"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FigurePicture } from "@/components/figure/figure-picture";
import { pictureIn } from "@/components/figure/picture-in";
import { useFaultWords } from "@/components/figure/fault-words";
import { StatusBadge } from "@/components/clinical/status-badges";
import { ChoiceRow } from "@/components/ui/choice-row";
import { Notice } from "@/components/ui/notice";
import { croppedCanvas } from "@/lib/figure/crop";
import { keyPicture, movingPicture, type Drawing } from "@/lib/figure/figure";
import type { PlacedFault } from "@/lib/figure/placed-faults";

/** The figure as it is now, large, and everything that is wrong with it, each with the way to its field. */
export function PosePreview({
  drawing,
  faults,
  picture,
  onFault,
}: {
  drawing: Drawing | null;
  faults: readonly PlacedFault[];
  picture: number;
  onFault: (fault: PlacedFault) => void;
}) {
  const t = useTranslations("poseEditor");
  const words = useFaultWords();
  const [isMoving, setMoving] = useState(false);
  const [isTurned, setTurned] = useState(false);
  if (!drawing) return <Notice isLive title={t("notDrawn")} tone="stop" />;
  const inside = isMoving ? movingPicture(drawing) : keyPicture(drawing, Math.min(picture, drawing.stills.length - 1));
  return (
    <section aria-label={t("preview")} className="grid gap-3 rounded-10 border border-line bg-surface p-4">
      <div className="mx-auto w-full max-w-120 max-xl:max-w-80">
        <FigurePicture {...pictureIn(croppedCanvas(drawing), inside, isTurned)} />
      </div>
      <div className="flex flex-wrap gap-x-4">
        <ChoiceRow checked={isMoving} onChange={(event) => setMoving(event.target.checked)} type="checkbox">
          {t("move")}
        </ChoiceRow>
        <ChoiceRow checked={isTurned} onChange={(event) => setTurned(event.target.checked)} type="checkbox">
          {t("turned")}
        </ChoiceRow>
      </div>
      <div className="border-t border-line pt-3" role="status">
        {faults.length === 0 ? (
          <StatusBadge shape="clear" word={t("passed")} />
        ) : (
          <>
            <StatusBadge shape="block" word={t("faults", { count: faults.length })} />
            <ul className="mt-1.5 grid gap-1">
              {faults.map((fault) => {
                const { where, what } = words(fault);
                return (
                  <li key={`${String(fault.key)} ${fault.joint} ${fault.kind}`}>
                    <button
                      className="link min-h-6 text-start font-medium"
                      onClick={() => onFault(fault)}
                      type="button"
                    >
                      {where}
                    </button>
                    : {what}
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
