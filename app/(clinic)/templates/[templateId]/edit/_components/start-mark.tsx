"use client";

import { useLocale, useTranslations } from "next-intl";
import { ToggleButton } from "react-aria-components";
import { useBuilder } from "@/app/(clinic)/patients/[patientId]/program/_components/builder-context";
import { useBuilderScreen } from "@/app/(clinic)/patients/[patientId]/program/_components/builder-screen";
import { Icon } from "@/components/ui/icon";
import type { DraftLine } from "@/lib/schemas/program";

/** Whether an assignment takes the line: pressed, it does. */
export function StartMark({ line }: { line: DraftLine }) {
  const t = useTranslations("templateEditor.start");
  const locale = useLocale();
  const { content } = useBuilder();
  const { change } = useBuilderScreen();
  const isStarting = line.starting === true;
  return (
    <ToggleButton
      aria-label={t("of", { name: content.exercises[line.exercise]?.name[locale] ?? line.exercise })}
      className="mt-0.5 inline-flex min-h-6 items-center gap-1 rounded-full border border-line-2 px-2 text-12 text-ink-3 data-hovered:bg-inset data-selected:border-accent data-selected:bg-accent-tint data-selected:font-semibold data-selected:text-accent-ink"
      isSelected={isStarting}
      onChange={(starting) => change({ kind: "edit", id: line.id, line: { starting } })}
    >
      {isStarting ? <Icon name="check" size={12} /> : null}
      {t(isStarting ? "starting" : "alternative")}
    </ToggleButton>
  );
}
