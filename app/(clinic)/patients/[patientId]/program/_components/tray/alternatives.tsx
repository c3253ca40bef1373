"use client";

import { useLocale, useTranslations } from "next-intl";
import { DosageLine } from "@/components/clinical/dosage-cells";
import { StatusBadge, VerdictBadge } from "@/components/clinical/status-badges";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useState } from "react";
import { useBuilder } from "../builder-context";
import { useBuilderScreen } from "../builder-screen";
import type { PhaseInDraft } from "./phase-facts";

/** The template's other exercises of the phase, each with what the rules would say of it, one click away. */
export function Alternatives({ phase }: { phase: PhaseInDraft }) {
  const t = useTranslations("program");
  const held = useTranslations("program.held");
  const locale = useLocale();
  const { judge, content, change, select } = useBuilder();
  const { announce } = useBuilderScreen();
  const [isOpen, setOpen] = useState(false);
  const taken = new Set(phase.inDraft.map(({ exercise }) => exercise));
  const others = phase.lines.filter(({ exercise }) => !taken.has(exercise));
  if (others.length === 0) return null;
  const lines = others.map(({ exercise, dosage }) => ({ exercise, dosage, phase: phase.n }));
  const judged = isOpen ? judge(lines) : [];

  function add(other: (typeof others)[number]) {
    const { exercise, dosage, overrideReason, templateLineId } = other;
    const id = crypto.randomUUID();
    const reason = overrideReason?.[locale] ?? null;
    const line = { id, phase: phase.n, exercise, dosage, noteToPatient: null, overrideReason: reason, templateLineId };
    change({ kind: "add", lines: [line], before: null });
    select([id]);
    announce(t("said.added", { count: 1, phase: phase.n }));
  }

  return (
    <details
      className="group border-t border-line bg-inset px-3 py-2"
      id="alternatives"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="inline-flex min-h-6 items-center gap-1.5 font-medium text-accent-ink">
        <Icon className="transition-transform group-open:rotate-180" name="down" size={12} />
        {t("alternatives", { count: others.length })}
      </summary>
      <ul className="pt-1">
        {others.map((other, index) => {
          const name = content.exercises[other.exercise]?.name[locale] ?? other.exercise;
          const found = judged[index];
          return (
            <li
              className="grid grid-cols-[18px_minmax(0,1fr)_auto] items-center gap-x-2 border-b border-line py-1.25 last:border-b-0"
              key={other.templateLineId}
            >
              {found?.heldBack ? (
                <StatusBadge isWordHidden shape="needs-clearance" word={held(`${found.heldBack.until}Short`)} />
              ) : (
                <VerdictBadge isWordHidden verdict={found?.verdict ?? "clear"} />
              )}
              <span className="min-w-0">
                <span className="font-medium">{name}</span>{" "}
                <span className="text-12 text-ink-3">
                  <DosageLine dosage={other.dosage} />
                </span>
              </span>
              <Button aria-label={t("add", { name, phase: phase.n })} onClick={() => add(other)} size="small">
                <Icon name="plus" size={14} /> {t("addWord")}
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
