"use client";

import { useTranslations } from "next-intl";
import { useBuilder } from "@/app/(clinic)/patients/[patientId]/program/_components/builder-context";
import { ChoiceRow } from "@/components/ui/choice-row";
import { TextArea } from "@/components/ui/text-area";
import type { DraftLine } from "@/lib/schemas/program";

const most = 300;

/** Whether an assignment takes the line, and why; what is written in one language only stands in the other too. */
export function StartFields({ line }: { line: DraftLine }) {
  const t = useTranslations("templateEditor.start");
  const { change } = useBuilder();
  const { id, starting = false, startReason = null } = line;
  const edit = (part: Pick<DraftLine, "starting" | "startReason">, step?: string) =>
    change({ kind: "edit", id, line: part }, step);
  function write(language: "en" | "es", typed: string) {
    const text = typed.trimStart();
    const other = language === "en" ? "es" : "en";
    const kept = startReason?.[other] ?? "";
    // The other language follows until it says something of its own.
    const follows = kept === "" || kept === startReason?.[language];
    const both = follows ? { en: text, es: text } : { en: kept, es: kept, [language]: text === "" ? kept : text };
    edit({ startReason: both.en === "" ? null : both }, `start-${language}-${id}`);
  }
  return (
    <section className="grid gap-2">
      <h3 className="text-12 font-semibold text-ink-2">{t("title")}</h3>
      <ChoiceRow checked={starting} onChange={(event) => edit({ starting: event.target.checked })} type="checkbox">
        {t("taken")}
      </ChoiceRow>
      {starting
        ? (["en", "es"] as const).map((language) => (
            <TextArea
              isOptional
              key={language}
              label={t(`reason.${language}`)}
              lang={language}
              maxLength={most}
              name={`start-${language}-${id}`}
              onChange={(event) => write(language, event.target.value)}
              rows={2}
              value={startReason?.[language] ?? ""}
            />
          ))
        : null}
    </section>
  );
}
