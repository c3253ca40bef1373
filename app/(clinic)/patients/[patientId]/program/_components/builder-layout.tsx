"use client";

import { useLocale, useTranslations } from "next-intl";
import {
  type ReactNode,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
  useTransition,
} from "react";
import { FindingList } from "@/components/clinical/finding-list";
import { FieldError } from "@/components/ui/field-error";
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
import type { useBuilderState } from "./use-builder-state";

/** What the header says and leads to. */
export type BuilderFrame = {
  label: string;
  title: string;
  about: string;
  back: { href: string; word: string };
  /** To where the draft is read whole and signed or published, once all of it is saved. */
  next: { word: string; go: () => void };
  /** What else stands in that way; null: nothing. */
  needs: string | null;
  /** Beside the tools for many lines. */
  tools?: ReactNode;
  /** Above the phases. */
  notice?: ReactNode;
};
type State = ReturnType<typeof useBuilderState>;

const draftConflict = onDemand(() => import("./draft/draft-conflict").then(({ DraftConflict }) => DraftConflict));
const draftNotices = onDemand(() => import("./draft/draft-notices").then(({ DraftNotices }) => DraftNotices));
const keyboardMap = onDemand(() => import("./keyboard-map").then(({ KeyboardMap }) => KeyboardMap));
/** What is on demand comes by itself once the page has come to rest. */
const restMs = 5000;

/** A draft in work, of a program or of a template: library, phases with their lines, inspector. */
export function BuilderLayout({ builder, saving, touch, frame }: State & { frame: BuilderFrame }) {
  const { anchor, sources, signer, change, LineMark } = builder;
  return (
    <BuilderProvider builder={builder}>
      <BuilderScreenProvider
        LineMark={LineMark}
        anchor={anchor}
        change={change}
        errors={saving.errors}
        signer={signer}
        sources={sources}
        touch={touch}
      >
        <LibraryMemoryProvider>
          <Layout builder={builder} frame={frame} saving={saving} />
        </LibraryMemoryProvider>
      </BuilderScreenProvider>
    </BuilderProvider>
  );
}

function Layout({ builder, saving, frame }: { builder: Builder; saving: State["saving"]; frame: BuilderFrame }) {
  const t = useTranslations("program");
  const locale = useLocale();
  const { reveal } = useBuilderScreen();
  const { page, draft, content, answer, openPhase, select, sources } = builder;
  const readiness = useSignReadiness();
  const unsaved = useUnsavedWords()(saving.errors["draft"] ?? {});
  const [areKeysShown, showKeys] = useState(false);
  const [isLeaving, leave] = useTransition();
  const isAlive = useIsAlive();
  const { blocked, missingReasons: reasons, refused } = readiness;
  const isReady = blocked + reasons + refused === 0;
  const maySign = isReady && frame.needs === null;
  const words = [isReady ? null : t("signNeeds", { blocked, reasons, refused }), frame.needs].filter((w) => w !== null);
  const isSeen = reasons + refused > 0 || frame.needs !== null;
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
      if (await saving.flush()) frame.next.go();
    });
  }

  useBuilderKeys({ sign, goToBlock, help: () => showKeys(true) });
  useLineOfAddress(show);
  useFrameOfOwn();
  useRehearsal(builder);
  useEffect(() => {
    const timer = setTimeout(() => void prepareEverything(), restMs);
    return () => clearTimeout(timer);
  }, []);

  return (
    <section aria-label={frame.label} className="flex min-h-0 flex-1 flex-col" data-builder="" inert={!isAlive}>
      <BuilderHeader
        about={frame.about}
        back={frame.back}
        goToBlock={goToBlock}
        readiness={readiness}
        saved={
          <>
            <SaveStatus state={saving.state} /> <DraftPresence others={saving.others} />
          </>
        }
        showKeys={() => showKeys(true)}
        sign={
          <SignButton
            isPending={isLeaving}
            label={frame.next.word}
            needs={maySign ? null : { words: words.join(" "), isSeen }}
            onSign={sign}
          />
        }
        title={frame.title}
        tools={
          <>
            <BulkTools />
            {frame.tools}
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
            timeZone={page.timeZone}
          />
        )}
        {unsaved.map((said) => (
          <div key={said} role="status">
            <FieldError id="unsaved-draft">{said}</FieldError>
          </div>
        ))}
        {frame.notice}
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

/** Says to the frame around it that the builder is here: `app/globals.css` tells why. */
function useFrameOfOwn(): void {
  useLayoutEffect(() => {
    const frame = document.getElementById("main");
    frame?.setAttribute("data-frame", "builder");
    return () => frame?.removeAttribute("data-frame");
  }, []);
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
