"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { ChoiceRow } from "@/components/ui/choice-row";
import { FieldNotes } from "@/components/ui/field";
import { fieldId } from "@/components/ui/field-id";
import { TextArea } from "@/components/ui/text-area";
import { withMoves } from "@/lib/figure/adjust";
import { movingParts } from "@/lib/figure/names";
import type { FigureRecord } from "@/lib/figure/record";
import type { Edited, Edits } from "./use-edits";

/** More parts in the strong colour say nothing any more. */
const mostParts = 2;

/** What belongs to all pictures: the parts in the strong colour, and what the figure shows in words. */
export function WholeFields({
  source,
  now,
  edit,
  errorOf,
}: {
  /** The record that was begun with. */
  source: FigureRecord;
  now: Edited;
  edit: Edits["edit"];
  errorOf: (path: string) => string | undefined;
}) {
  const t = useTranslations("poseEditor");
  const { record, alt } = now;
  const wrong = errorOf("moves");
  return (
    <Card level={2} title={t("whole")}>
      <div className="grid gap-4">
        <fieldset aria-describedby={`${fieldId("moves")}-hint`} className="min-w-0">
          <legend className="mb-1 font-medium">{t("accent")}</legend>
          <FieldNotes field={{ name: "moves", label: t("accent"), hint: t("accentHint"), error: wrong }} />
          <div className="mt-1 flex flex-wrap gap-2">
            {movingParts.map((part) => {
              const isOn = record.moves.includes(part);
              return (
                <ChoiceRow
                  aria-invalid={wrong === undefined ? undefined : true}
                  checked={isOn}
                  disabled={!isOn && record.moves.length >= mostParts}
                  key={part}
                  look="chip"
                  onChange={() => {
                    const moves = movingParts.filter((one) => (one === part ? !isOn : record.moves.includes(one)));
                    edit(`moves ${part}`, { ...now, record: withMoves(record, moves, source) });
                  }}
                  type="checkbox"
                >
                  {t(`parts.${part}`)}
                </ChoiceRow>
              );
            })}
          </div>
        </fieldset>
        <div className="grid gap-3 sm:grid-cols-2">
          {(["en", "es"] as const).map((language) => (
            <TextArea
              error={errorOf(`alt.${language}`)}
              hint={t("altHint")}
              key={language}
              label={t(`altIn.${language}`)}
              lang={language}
              maxLength={300}
              name={`alt.${language}`}
              onChange={(event) => edit(`alt.${language}`, { ...now, alt: { ...alt, [language]: event.target.value } })}
              rows={2}
              value={alt[language]}
            />
          ))}
        </div>
      </div>
    </Card>
  );
}
