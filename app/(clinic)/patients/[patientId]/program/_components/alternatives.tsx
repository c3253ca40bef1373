"use client";

import { useLocale, useTranslations } from "next-intl";
import { useDosageWords } from "@/components/clinical/dosage-cells";
import { StatusBadge, VerdictBadge } from "@/components/clinical/status-badges";
import { Button } from "@/components/ui/button";
import type { ClinicalContent } from "@/lib/clinical/facts";
import type { ClinicalSettings } from "@/lib/clinical/settings";
import { signing, type SigningInput } from "@/lib/clinical/signing";
import type { BuilderPhase } from "@/lib/records/programs/load-program";
import type { DraftChange } from "./use-draft";

/** The template's other exercises of the phase, each with what the rules would say of it, one click away. */
export function Alternatives({
  phase,
  taken,
  content,
  settings,
  input,
  change,
}: {
  phase: BuilderPhase;
  taken: readonly string[];
  content: ClinicalContent;
  settings: ClinicalSettings;
  input: SigningInput;
  change: (change: DraftChange) => void;
}) {
  const t = useTranslations("program");
  const status = useTranslations("program.held");
  const locale = useLocale();
  const words = useDosageWords();
  const others = phase.lines.filter(({ exercise }) => !taken.includes(exercise));
  if (others.length === 0) return null;
  const answer = signing(
    { ...input, lines: others.map(({ exercise, dosage }) => ({ exercise, dosage, phase: phase.n })) },
    content,
    settings,
  );
  return (
    <details className="border-t border-line bg-inset px-4 py-2">
      <summary className="w-fit cursor-pointer font-medium text-accent-ink">
        {t("alternatives", { count: others.length })}
      </summary>
      <ul className="grid gap-x-6 pt-2 md:grid-cols-2">
        {others.map((other, index) => {
          const name = content.exercises[other.exercise]?.name[locale] ?? other.exercise;
          const found = answer.lines[index];
          const dose = [words("dose", other.dosage), words("hold", other.dosage)].filter(Boolean).join(" · ");
          return (
            <li className="flex flex-wrap items-center gap-2 border-b border-line py-1.5" key={other.templateLineId}>
              <span className="min-w-40 flex-1">
                <span className="font-medium">{name}</span> <span className="text-ink-3">{dose}</span>
              </span>
              {found?.heldBack ? (
                <StatusBadge shape="needs-clearance" word={status(`${found.heldBack.until}Short`)} />
              ) : (
                <VerdictBadge verdict={found?.verdict ?? "clear"} />
              )}
              <Button
                aria-label={t("add", { name, phase: phase.n })}
                onClick={() =>
                  change({
                    kind: "add",
                    line: {
                      id: crypto.randomUUID(),
                      phase: phase.n,
                      exercise: other.exercise,
                      dosage: other.dosage,
                      noteToPatient: null,
                      overrideReason: other.overrideReason?.[locale] ?? null,
                      templateLineId: other.templateLineId,
                    },
                  })
                }
              >
                + {t("addWord")}
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
