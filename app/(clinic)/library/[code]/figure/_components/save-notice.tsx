"use client";

import { useMessages, useTranslations } from "next-intl";
import { usePartWords } from "@/components/figure/fault-words";
import { useErrorWords, wordsAt } from "@/components/ui/form-errors";
import { Notice } from "@/components/ui/notice";
import type { SaveAnswer } from "./save-figure";

/** Why nothing was saved, each field that was refused with the way to it. */
export function SaveNotice({
  answer,
  faultCount,
  onField,
}: {
  answer: SaveAnswer | null;
  faultCount: number;
  onField: (picture: number, field: string) => void;
}) {
  const t = useTranslations("poseEditor");
  const words = useErrorWords();
  const label = useFieldWords();
  if (answer === null || answer.kind === "saved") return null;
  if (answer.kind === "failed") return <Notice isLive title={t("failed")} tone="stop" />;
  if (answer.kind === "conflict") {
    return (
      <Notice isLive title={t("conflict", { name: answer.by })} tone="stop">
        {t("conflictBody")}
      </Notice>
    );
  }
  const fields = Object.entries(answer.fields);
  return (
    <Notice isLive title={t(fields.length === 0 ? "hasFaults" : "notSaved", { count: faultCount })} tone="stop">
      {fields.length === 0 ? null : (
        <ul className="mt-1 grid gap-1">
          {fields.map(([path, key]) => (
            <li key={path}>
              <button
                className="link min-h-6 text-start font-medium"
                onClick={() => onField(Number(/^keys\.(\d+)/.exec(path)?.[1] ?? 0), path)}
                type="button"
              >
                {label(path)}
              </button>
              : {words(key)}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

/** What a field of the editor is called, by its path. */
function useFieldWords(): (path: string) => string {
  const t = useTranslations("poseEditor");
  const at = useTranslations("figures.at");
  const part = usePartWords();
  const { captionIn, altIn } = useMessages().poseEditor;
  return (path) => {
    const [, picture, name] = /^keys\.(\d+)\.?(.*)$/.exec(path) ?? [];
    if (picture === undefined || name === undefined) {
      return path.startsWith("alt.") ? wordsAt(altIn, path.slice(4)) : t("whole");
    }
    const where = at("picture", { n: Number(picture) + 1 });
    return `${where}, ${name.startsWith("say.") ? wordsAt(captionIn, name.slice(4)) : part(name)}`;
  };
}
