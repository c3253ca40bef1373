"use client";

import { useTranslations } from "next-intl";
import { FindingLine } from "@/components/clinical/finding-line";
import { severities, type Finding } from "@/lib/clinical/finding";
import type { DraftLine } from "@/lib/schemas/program";
import { useBuilder } from "../builder-context";
import { HeldBack } from "../held-back";
import { WrittenField } from "./note-field";

/** All findings of a line, worst first, each with its rule and its sources, and the reason that is kept with the line. */
export function InspectorFindings({ line }: { line: DraftLine }) {
  const t = useTranslations("program.inspector");
  const program = useTranslations("program");
  const { anchor, judgedOf, change, sources } = useBuilder();
  const judged = judgedOf(line.id);
  const heldBack = judged?.heldBack ?? null;
  const findings = (judged?.findings ?? [])
    .filter(({ severity }) => !(heldBack && severity === "block"))
    .toSorted((a, b) => rank(b) - rank(a));
  const needsReason = findings.some(({ severity }) => severity === "override");
  return (
    <section className="grid gap-2">
      <h3 className="text-12 font-semibold text-ink-2">{t("findings")}</h3>
      <HeldBack anchor={anchor} heldBack={heldBack} />
      {findings.length === 0 && heldBack === null ? <p className="text-ink-2">{t("noFindings")}</p> : null}
      {findings.map((finding, index) => (
        <div className="grid gap-0.5" key={`${finding.rule}-${index}`}>
          <FindingLine areSourcesApart finding={finding} sources={sources} />
          <p className="ps-2.5 text-12 text-ink-3">{t("rule", { id: finding.rule })}</p>
        </div>
      ))}
      {needsReason || line.overrideReason !== null ? (
        <WrittenField
          id={line.id}
          kind="overrideReason"
          label={t("reason")}
          missing={needsReason ? program("reasonNeeded") : undefined}
          most={500}
          onChange={(overrideReason) =>
            change({ kind: "edit", id: line.id, line: { overrideReason } }, `reason-${line.id}`)
          }
          value={line.overrideReason}
        />
      ) : null}
    </section>
  );
}

function rank({ severity }: Finding): number {
  return severities.indexOf(severity);
}
