"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Shape, toneClass, toneOf } from "@/components/clinical/shape";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { severities } from "@/lib/clinical/finding";
import { useBuilder } from "./builder-context";
import { useBuilderScreen } from "./builder-screen";
import { HeldBackSummary } from "./held-back-summary";
import type { SignReadiness } from "./sign-readiness";

/** What is in work, whether it is saved, what the rules found, and the ways on; always in view. */
export function BuilderHeader({
  title,
  about,
  back,
  saved,
  tools,
  sign,
  readiness,
  showKeys,
  goToBlock,
}: {
  /** What is in work, and where it comes from. */
  title: string;
  about: string;
  back: { href: string; word: string };
  saved: ReactNode;
  /** Bulk edit, compare and what else works on the whole draft. */
  tools: ReactNode;
  sign: ReactNode;
  readiness: SignReadiness;
  showKeys: () => void;
  goToBlock: () => void;
}) {
  const t = useTranslations("program");
  const { undo, redo, canUndo, canRedo } = useBuilder();
  const { openPanel } = useBuilderScreen();
  const { counts, blocked, missingReasons, firstInTheWay } = readiness;
  return (
    <header className="z-9 flex flex-wrap items-center gap-x-2 gap-y-1.5 border-b border-line bg-surface px-4 py-1.75 max-xl:sticky max-xl:top-0 max-md:contents">
      <div className="contents max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-2 max-md:bg-surface max-md:px-3 max-md:pt-1.75">
        <LinkButton href={back.href} variant="quiet">
          <Icon name="left" /> {back.word}
        </LinkButton>
        <div className="min-w-0 flex-1 basis-40">
          <h2 className="text-14 leading-4.5 font-title">{title}</h2>
          <p className="text-12 leading-4 text-ink-3">
            {about} {saved}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Button
            aria-disabled={!canUndo}
            aria-keyshortcuts="Control+Z Meta+Z"
            aria-label={t("tools.undo")}
            className="px-1.5!"
            onClick={undo}
            title={t("tools.undo")}
            variant="quiet"
          >
            <Icon name="undo" />
          </Button>
          <Button
            aria-disabled={!canRedo}
            aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
            aria-label={t("tools.redo")}
            className="px-1.5!"
            onClick={redo}
            title={t("tools.redo")}
            variant="quiet"
          >
            <Icon name="redo" />
          </Button>
          <Button className="min-[56.25rem]:hidden" onClick={() => openPanel("library")}>
            <Icon name="library" /> {t("tools.library")}
          </Button>
          <Button className="xl:hidden" onClick={() => openPanel("inspector")}>
            <Icon name="note" /> {t("tools.inspector")}
          </Button>
          {tools}
          <Button aria-label={t("keys.title")} hotkey="?" onClick={showKeys} title={t("keys.title")} variant="quiet">
            <span className="max-md:inline md:hidden">{t("keys.word")}</span>
          </Button>
        </div>
      </div>
      {/* A row of its own: beside the tools there would be room until the first caution, which would then push down the whole page. */}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 md:basis-full max-md:sticky max-md:top-0 max-md:z-9 max-md:border-b max-md:border-line max-md:bg-surface max-md:px-3 max-md:py-1.5">
        <ul aria-label={t("verdicts")} className="flex flex-wrap gap-x-3 empty:hidden">
          {severities
            .filter((severity) => severity !== "clear" && counts[severity] > 0)
            .toReversed()
            .map((severity) => (
              <li
                className={`flex items-center gap-1.5 font-semibold text-(--tone-ink) ${toneClass(toneOf[severity])}`}
                key={severity}
              >
                <Shape name={severity} />
                {t("verdictCount", { severity, count: counts[severity] })}
              </li>
            ))}
        </ul>
        <HeldBackSummary />
        {firstInTheWay !== null ? (
          <Button hotkey="g" onClick={goToBlock}>
            {t(blocked > 0 ? "goToBlock" : missingReasons > 0 ? "goToOverride" : "goToUnsaved")}
          </Button>
        ) : null}
        {sign}
      </div>
    </header>
  );
}
