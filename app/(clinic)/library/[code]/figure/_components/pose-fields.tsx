"use client";

import { useMessages, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/small-parts";
import { handleGroups, type Handle } from "@/lib/figure/handles";
import { NumberRow } from "./number-row";

/** The numbers of one picture: those that move in this figure, then all others by part of the body. */
export function PoseFields({
  picture,
  handles,
  values,
  errors,
  onChange,
}: {
  picture: number;
  handles: readonly Handle[];
  values: Readonly<Record<string, number>>;
  /** By the number's name. */
  errors: ReadonlyMap<string, string>;
  onChange: (handle: Handle, value: number) => void;
}) {
  const t = useTranslations("poseEditor");
  const word = useHandleWords();
  const row = (handle: Handle) => (
    <NumberRow
      error={errors.get(handle.name)}
      high={handle.high}
      key={`${String(picture)} ${handle.name}`}
      label={word(handle)}
      low={handle.low}
      name={fieldOf(picture, handle.name)}
      onChange={(value) => onChange(handle, value)}
      step={handle.unit === "°" ? 1 : 0.5}
      unit={t("range", { low: handle.low, high: handle.high, unit: handle.unit })}
      value={values[handle.name] ?? 0}
    />
  );
  const moving = handles.filter(({ isMoving }) => isMoving);
  return (
    <Card level={3} title={t("pose")}>
      <p className="mb-3 max-w-prose text-ink-2">{t(handles.length === 0 ? "noneToMove" : "poseHint")}</p>
      <div className="grid gap-3">{moving.map(row)}</div>
      <div className="mt-4 grid gap-2">
        {handleGroups.map((group) => {
          const others = handles.filter((handle) => handle.group === group && !handle.isMoving);
          if (others.length === 0) return null;
          const isWrong = others.some(({ name }) => errors.has(name));
          return (
            <Disclosure isOpen={isWrong} key={`${String(picture)} ${group}`} summary={t(`groups.${group}`)}>
              <div className="grid gap-3 pb-2">{others.map(row)}</div>
            </Disclosure>
          );
        })}
      </div>
    </Card>
  );
}

/** The form name of a number of a picture. */
export function fieldOf(picture: number, name: string): string {
  return `keys.${String(picture)}.${name}`;
}

/** What clinicians call a number of a pose, with its side. */
function useHandleWords(): (handle: Handle) => string {
  const at = useTranslations("figures.at");
  const known: Readonly<Record<string, string>> = useMessages().poseEditor.handles;
  return ({ word, group }) => {
    const part = known[word.replace(".", "_")] ?? word;
    if (!/[RL]$/.test(group)) return part;
    return at(group.endsWith("R") ? "right" : "left", { part });
  };
}
