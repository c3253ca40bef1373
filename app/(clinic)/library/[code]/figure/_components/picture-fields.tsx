"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/text-field";
import type { FigureRecord } from "@/lib/figure/record";
import { withKey } from "@/lib/figure/adjust";
import { fieldOf } from "./pose-fields";
import { NumberRow } from "./number-row";

/** Seconds that one movement or hold may take in a picture. */
const longest = 10;

/** Caption and seconds of one picture; of a loop, the seconds of its round. */
export function PictureFields({
  record,
  picture,
  errorOf,
  onChange,
}: {
  record: FigureRecord;
  picture: number;
  errorOf: (path: string) => string | undefined;
  onChange: (field: string, record: FigureRecord) => void;
}) {
  const t = useTranslations("poseEditor");
  const key = record.keys[picture] ?? {};
  const said = key.say ?? { en: "", es: "" };
  const isLoop = record.drive !== undefined || record.cycle !== undefined;
  const isLast = picture === record.keys.length - 1;
  const seconds = (name: string, label: string, value: number, change: (seconds: number) => FigureRecord) => (
    <NumberRow
      error={errorOf(name)}
      high={longest}
      label={label}
      low={0}
      name={name}
      onChange={(now) => onChange(name, change(now))}
      step={0.1}
      unit="s"
      value={value}
    />
  );
  return (
    <Card level={3} title={t("caption")}>
      <div className="grid gap-3">
        <div className="grid gap-3 sm:grid-cols-2">
          {(["en", "es"] as const).map((language) => {
            const name = fieldOf(picture, `say.${language}`);
            return (
              <TextField
                autoComplete="off"
                error={errorOf(name)}
                key={language}
                label={t(`captionIn.${language}`)}
                lang={language}
                maxLength={90}
                name={name}
                onChange={(event) =>
                  onChange(name, withKey(record, picture, { say: { ...said, [language]: event.target.value } }))
                }
                value={said[language]}
              />
            );
          })}
        </div>
        {isLoop ? (
          seconds("cycle", t("cycle"), record.cycle ?? 1.6, (cycle) => ({ ...record, cycle }))
        ) : (
          <>
            {picture === 0
              ? null
              : seconds(fieldOf(picture, "move"), t("moveSeconds"), key.move ?? 1.4, (move) =>
                  withKey(record, picture, { move }),
                )}
            {seconds(fieldOf(picture, "hold"), t("holdSeconds"), key.hold ?? 0.5, (hold) =>
              withKey(record, picture, { hold }),
            )}
            {isLast && record.keys.length > 1
              ? seconds("back", t("backSeconds"), record.back ?? 1.4, (back) => ({ ...record, back }))
              : null}
          </>
        )}
      </div>
    </Card>
  );
}
