import type { useTranslations } from "next-intl";
import type { Dosage } from "@/lib/clinical/facts";
import { croppedCanvas } from "@/lib/figure/crop";
import { keyPicture, type Drawing } from "@/lib/figure/figure";
import { isMirroredFor } from "@/lib/figure/sides";
import { heldKey } from "@/lib/figure/timing";
import type { Locale } from "@/lib/i18n/locale";
import { FigurePicture } from "./figure-picture";
import { pictureIn } from "./picture-in";

/** The key poses side by side, numbered, each with its caption; the held one says for how long. */
export function KeyPoses({
  drawing,
  dosage: { side, holdSec } = {},
  locale,
  words,
  className = "",
}: {
  drawing: Drawing;
  dosage?: Pick<Dosage, "side" | "holdSec"> | undefined;
  locale: Locale;
  /** The words beside a figure, in that language. */
  words: ReturnType<typeof useTranslations<"figure">>;
  className?: string;
}) {
  const { record } = drawing.scene;
  const isMirrored = isMirroredFor(record, side);
  const held = heldKey(drawing) ?? (drawing.movement.isLoop ? null : 0);
  return (
    <ol className={`flex flex-wrap items-start gap-2 ${className}`}>
      {drawing.stills.map((_, key) => {
        const hold = key === held && holdSec != null ? words("hold", { n: holdSec }) : null;
        return (
          <li className="grid min-w-34 flex-1 content-start gap-1" key={key}>
            <FigurePicture {...pictureIn(croppedCanvas(drawing), keyPicture(drawing, key), isMirrored)} />
            <p className="flex items-start justify-center gap-2 text-13 roomy:text-16">
              <span className="grid size-5.5 flex-none place-items-center rounded-full border-2 border-ink text-12/none font-bold roomy:size-6.5 roomy:text-16/none">
                {key + 1}
              </span>
              <span className="min-w-0">
                {record.keys[key]?.say?.[locale] ?? ""}
                {hold === null ? null : <strong className="block font-semibold">{hold}</strong>}
              </span>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
