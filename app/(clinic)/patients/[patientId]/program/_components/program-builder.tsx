"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useLayoutEffect, useState, useSyncExternalStore, useTransition } from "react";
import { FindingList } from "@/components/clinical/finding-list";
import { FieldError } from "@/components/ui/field-error";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { phaseNotYet } from "@/lib/clinical/phase-not-yet";
import { type Builder, BuilderProvider } from "./builder-context";
import { BuilderHeader } from "./builder-header";
import { useBuilderKeys } from "./builder-keys";
import { BuilderScreenProvider, useBuilderScreen } from "./builder-screen";
import { BulkTools } from "./many-lines/bulk-tools";
import { useUnsavedWords } from "./draft/draft-errors-words";
import { DraftPresence } from "./draft/draft-presence";
import { Inspector } from "./inspector/inspector";
import { LibraryPanel } from "./library/library-panel";
import { LibraryMemoryProvider } from "./library/library-panel-memory";
import { onDemand, prepareEverything } from "./on-demand";
import { useRehearsal } from "./rehearsal";
import { SaveStatus } from "./draft/save-status";
import { SidePanel } from "./side-panel";
import { SignButton } from "./sign-button";
import { useSignReadiness } from "./sign-readiness";
import { Tray } from "./tray/tray";
import { type BuilderProps, useBuilderState } from "./use-builder-state";

type Props = BuilderProps & {
  /** The clinic's. */
  timeZone: string;
};
type Saving = ReturnType<typeof useBuilderState>["saving"];

const draftConflict = onDemand(() => import("./draft/draft-conflict").then(({ DraftConflict }) => DraftConflict));
const draftNotices = onDemand(() => import("./draft/draft-notices").then(({ DraftNotices }) => DraftNotices));
const keyboardMap = onDemand(() => import("./keyboard-map").then(({ KeyboardMap }) => KeyboardMap));
/** What is on demand comes by itself once the page has come to rest. */
const restMs = 5000;

/** The draft of a program: library, phases with their lines, inspector; judged on every change by the same rules as on the server. */
export function ProgramBuilder({ timeZone, ...props }: Props) {
  const { builder, saving, touch } = useBuilderState(props);
  const { page, sources, signer, change } = builder;
  return (
    <BuilderProvider builder={builder}>
      <BuilderScreenProvider
        anchor={page.situation.anchor}
        change={change}
        errors={saving.errors}
        signer={signer}
        sources={sources}
        touch={touch}
      >
        <LibraryMemoryProvider>
          <BuilderLayout builder={builder} saving={saving} timeZone={timeZone} />
        </LibraryMemoryProvider>
      </BuilderScreenProvider>
    </BuilderProvider>
  );
}

function BuilderLayout({ builder, saving, timeZone }: { builder: Builder; saving: Saving; timeZone: string }) {
  const t = useTranslations("program");
  const locale = useLocale();
  const router = useRouter();
  const { reveal } = useBuilderScreen();
  const { page, draft, content, answer, openPhase, select, sources, patientId } = builder;
  const readiness = useSignReadiness();
  const unsaved = useUnsavedWords()(saving.errors["draft"] ?? {});
  const [areKeysShown, showKeys] = useState(false);
  const [isLeaving, leave] = useTransition();
  const isAlive = useIsAlive();
  const maySign = readiness.blocked + readiness.missingReasons + readiness.refused === 0;
  const nameOf = (exercise: string) => content.exercises[exercise]?.name[locale] ?? exercise;

  function show(id: string) {
    const line = draft.lines.find((candidate) => candidate.id === id);
    if (!line) return;
    openPhase(line.phase);
    select([id]);
    reveal(id);
  }
  function goToBlock() {
    if (readiness.firstInTheWay !== null) show(readiness.firstInTheWay);
  }
  function sign() {
    if (!maySign || isLeaving) return;
    leave(async () => {
      if (await saving.flush()) router.push(`/patients/${patientId}/program/sign`);
    });
  }

  useBuilderKeys({ sign, goToBlock, help: () => showKeys(true) });
  useLineOfAddress(show);
  useFrameOfOwn();
  useRehearsal(builder);
  useEffect(() => {
    const timer = setTimeout(prepareEverything, restMs);
    return () => clearTimeout(timer);
  }, []);

  return (
    <section aria-label={t("title")} className="flex min-h-0 flex-1 flex-col" data-builder="" inert={!isAlive}>
      <BuilderHeader
        goToBlock={goToBlock}
        readiness={readiness}
        saved={
          <>
            <SaveStatus state={saving.state} /> <DraftPresence others={saving.others} />
          </>
        }
        showKeys={() => showKeys(true)}
        sign={<SignButton isPending={isLeaving} onSign={sign} readiness={readiness} />}
        tools={
          <>
            <BulkTools />
            {page.currentRevision === null ? null : (
              <LinkButton
                aria-label={t("tools.compare", { number: page.currentRevision })}
                href={`/patients/${patientId}/program/compare?from=${page.currentRevision}&to=draft`}
                title={t("tools.compare", { number: page.currentRevision })}
              >
                <Icon name="compare" /> {t("tools.compareWord")}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="grid gap-2 px-4 not-empty:py-2">
        {saving.conflict === null ? null : (
          <draftConflict.Part conflict={saving.conflict} nameOf={nameOf} onSettle={saving.settle} />
        )}
        {saving.ended === null && saving.leftOver === null && saving.note === null ? null : (
          <draftNotices.Part
            dismissLeftOver={saving.dismissLeftOver}
            dismissNote={saving.dismissNote}
            ended={saving.ended}
            leftOver={saving.leftOver}
            nameOf={nameOf}
            note={saving.note}
            timeZone={timeZone}
          />
        )}
        {unsaved.map((said) => (
          <div key={said} role="status">
            <FieldError id="unsaved-draft">{said}</FieldError>
          </div>
        ))}
        {page.state === "draft" ? <StartPhase builder={builder} /> : null}
        <FindingList
          areSourcesApart
          findings={answer.findings.filter(({ rule }) => rule !== "session-length")}
          sources={sources}
        />
      </div>
      <div className="grid min-h-0 flex-1 min-[56.25rem]:grid-cols-[15.25rem_minmax(0,1fr)] xl:grid-cols-[15.25rem_minmax(0,1fr)_19.75rem]">
        <SidePanel panel="library" title={t("tools.library")}>
          <LibraryPanel />
        </SidePanel>
        <Tray />
        <SidePanel panel="inspector" title={t("tools.inspector")}>
          <Inspector />
        </SidePanel>
      </div>
      <CellStates />
      {areKeysShown ? <keyboardMap.Part close={() => showKeys(false)} /> : null}
    </section>
  );
}

/** What the looks of a cell mean, for those who do not see them. */
function CellStates() {
  const t = useTranslations("program.cell.state");
  return (
    <div hidden>
      {(["changed", "over", "not-signable"] as const).map((state) => (
        <span id={`state-${state}`} key={state}>
          {t(state)}
        </span>
      ))}
    </div>
  );
}

/** The phase in which a first revision begins: only those that today has reached. */
/** Says to the frame around it that the builder is here: `app/globals.css` tells why. */
function useFrameOfOwn(): void {
  useLayoutEffect(() => {
    const frame = document.getElementById("main");
    frame?.setAttribute("data-frame", "builder");
    return () => frame?.removeAttribute("data-frame");
  }, []);
}

function StartPhase({ builder }: { builder: Builder }) {
  const t = useTranslations("program");
  const locale = useLocale();
  const { page, draft, change, openPhase } = builder;
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

/** False until the page listens: what was typed before would be lost, so it takes nothing. */
function useIsAlive(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}

/** An address that ends in #line-… opens its line. */
function useLineOfAddress(show: (id: string) => void): void {
  const [id] = useState(() =>
    typeof window === "undefined" ? "" : (/^#line-(.+)$/.exec(window.location.hash)?.[1] ?? ""),
  );
  const showIt = useEffectEvent(() => (id === "" ? undefined : show(id)));
  useEffect(() => showIt(), []);
}
