"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { phaseNotYet } from "@/lib/clinical/phase-not-yet";
import { signing } from "@/lib/clinical/signing";
import type { ProgramPage } from "@/lib/records/programs/load-program";
import type { Builder } from "./builder-context";
import { BuilderLayout } from "./builder-layout";
import { NoteToPatient } from "./inspector/note-to-patient";
import { type BuilderProps, useBuilderState } from "./use-builder-state";

type Props = Omit<BuilderProps, "page"> & { page: ProgramPage; patientId: string };

/** The draft of a program, judged on every change by the same rules as on the server. */
export function ProgramBuilder({ page, patientId, ...props }: Props) {
  const t = useTranslations("program");
  const locale = useLocale();
  const router = useRouter();
  const { programId, currentPhase, currentRevision, situation } = page;
  const state = useBuilderState({
    ...props,
    page,
    patientId,
    phaseOf: ({ startPhase }) => currentPhase ?? startPhase,
    judgedBy: signing,
    kind: {
      anchor: situation.anchor,
      libraryFor: (phase) => ({ programId, phase }),
      judgedRows: (rows) => rows,
      sessionOf: (lines) => lines,
      LineFields: NoteToPatient[page.patientLanguage],
      LineMark: null,
      PhaseAside: null,
    },
  });
  const compared = currentRevision === null ? null : t("tools.compare", { number: currentRevision });
  return (
    <BuilderLayout
      {...state}
      frame={{
        label: t("title"),
        title: t("draftTitle", { number: (currentRevision ?? 0) + 1 }),
        about: t("fromTemplate", { title: page.templateTitle[locale], version: page.templateVersion }),
        back: { href: `/patients/${patientId}/program?view=signed`, word: t("back") },
        next: { word: t("reviewAndSign"), go: () => router.push(`/patients/${patientId}/program/sign`) },
        needs: null,
        tools:
          compared === null ? null : (
            <LinkButton
              aria-label={compared}
              href={`/patients/${patientId}/program/compare?from=${currentRevision}&to=draft`}
              title={compared}
            >
              <Icon name="compare" /> {t("tools.compareWord")}
            </LinkButton>
          ),
        notice: page.state === "draft" ? <StartPhase builder={state.builder} page={page} /> : null,
      }}
    />
  );
}

/** The phase in which a first revision begins: only those that today has reached. */
function StartPhase({ builder, page }: { builder: Builder; page: ProgramPage }) {
  const t = useTranslations("program");
  const locale = useLocale();
  const { draft, change, openPhase } = builder;
  const { phases, situation, content, settings } = page;
  const reached = phases.filter(({ n }) => phaseNotYet({ ...situation, phase: n }, content, settings).length === 0);
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-1">
      <Select
        aria-describedby="start-hint"
        choices={reached.map(({ n, name }) => ({ value: String(n), label: `${n} ${name[locale]}` }))}
        className="max-w-full"
        label={t("startPhase")}
        name="startPhase"
        onChange={(event) => {
          const phase = Number(event.target.value);
          change({ kind: "start", phase });
          openPhase(phase);
        }}
        value={String(draft.startPhase)}
      />
      <p className="pb-1.5 text-12 text-ink-2" id="start-hint">
        {t("startHint")}
      </p>
    </div>
  );
}
