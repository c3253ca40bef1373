"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { BuilderLayout } from "@/app/(clinic)/patients/[patientId]/program/_components/builder-layout";
import type { BuilderKind } from "@/app/(clinic)/patients/[patientId]/program/_components/builder-context";
import {
  type BuilderProps,
  useBuilderState,
} from "@/app/(clinic)/patients/[patientId]/program/_components/use-builder-state";
import { LinkButton } from "@/components/ui/link-button";
import type { ClinicalContent } from "@/lib/clinical/facts";
import type { ClinicalSettings } from "@/lib/clinical/settings";
import type { SigningInput, SigningResult } from "@/lib/clinical/signing";
import { judgeTemplate, startingProblem } from "@/lib/clinical/template-review";
import { judgedRows } from "./judged-rows";
import { StartFields } from "./start-fields";
import { StartMark } from "./start-mark";
import { StartsInPhase } from "./starts-in-phase";
import { templateKept } from "./template-kept";

const noLines: SigningResult = { verdict: "clear", lines: [], findings: [] };

/**
 * A template is judged as `reviewTemplate` judges it: the content on the page has it in the place of its protocol. A line that opens with its phase
 * is not said to wait.
 */
function judgedBy(
  { protocol, lines }: SigningInput,
  content: ClinicalContent,
  settings: ClinicalSettings,
): SigningResult {
  const facts = content.protocols[protocol];
  if (!facts) return noLines;
  const judged = judgeTemplate(facts, lines, content, settings).map((line) => {
    const opens = facts.phases.find(({ n }) => n === line.phase)?.dayStart ?? 0;
    const isOpen = line.heldBack?.until === "day" && line.heldBack.day <= opens;
    return isOpen ? { ...line, heldBack: null } : line;
  });
  return { ...noLines, lines: judged };
}

/** The draft of a template in the builder: no patient, no dates; of each phase at most six lines are what an assignment takes. */
export function TemplateBuilder({ title, notice, ...props }: BuilderProps & { title: string; notice: ReactNode }) {
  const t = useTranslations("templateEditor");
  const router = useRouter();
  const { page } = props;
  const templateId = page.programId;
  const kind: BuilderKind = {
    anchor: null,
    libraryFor: () => ({ protocolId: page.situation.protocol }),
    judgedRows,
    sessionOf: (lines) => lines.filter(({ starting }) => starting === true),
    LineFields: StartFields,
    LineMark: StartMark,
    PhaseAside: StartsInPhase,
  };
  const state = useBuilderState({ ...props, patientId: null, phaseOf: () => 0, judgedBy, kind, kept: templateKept });
  const { lines } = state.builder.draft;
  const unready = page.phases.filter(({ n }) => startingProblem(n, lines) !== null);
  return (
    <BuilderLayout
      {...state}
      frame={{
        label: t("title"),
        title: t("draftOf", { title }),
        about: t("basedOn", { version: page.templateVersion }),
        back: { href: `/templates/${templateId}`, word: t("back") },
        next: { word: t("next"), go: () => router.push(`/templates/${templateId}/publish`) },
        needs: unready.length === 0 ? null : t("startingNeeded", { phases: unready.map(({ n }) => n).join(", ") }),
        tools: <LinkButton href={`/templates/${templateId}/phases`}>{t("phases")}</LinkButton>,
        notice,
      }}
    />
  );
}
