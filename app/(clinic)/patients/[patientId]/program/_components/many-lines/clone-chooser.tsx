"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SearchField } from "@/components/ui/search-field";
import type { CloneSource } from "@/lib/records/programs/load-clone-sources";
import { listCloneSourcesAction, readCloneSourceAction } from "../../actions";
import { useBuilder } from "../builder-context";
import type { ChosenSource } from "./clone-dialog";

const pauseMs = 200;
type Found = { asked: string; sources: readonly CloneSource[]; areMore: boolean; isFailed: boolean };

/** The signed programs of the patients on one's care teams; choosing one reads its lines, and that is audited on its patient's record. */
export function CloneChooser({ close, onChosen }: { close: () => void; onChosen: (source: ChosenSource) => void }) {
  const t = useTranslations("program.clone");
  const { page } = useBuilder();
  const [search, setSearch] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState<Found | null>(null);
  const [isReading, start] = useTransition();
  const [isRefused, setRefused] = useState(false);
  const asked = `${attempt} ${search}`;

  const ask = useEffectEvent(async (question: string, isCurrent: () => boolean) => {
    const input = { programId: page.programId, search: search.trim() };
    const result = await listCloneSourcesAction(input).catch(() => null);
    if (!isCurrent()) return;
    setFound(
      result?.status === "done"
        ? { ...result.value, asked: question, isFailed: false }
        : { sources: found?.sources ?? [], areMore: false, asked: question, isFailed: true },
    );
  });

  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => void ask(asked, () => isCurrent), pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [asked]);

  const choose = (source: CloneSource) =>
    start(async () => {
      const input = { programId: page.programId, sourceId: source.programId };
      const result = await readCloneSourceAction(input).catch(() => null);
      if (result?.status === "done") onChosen({ ...result.value, title: source.patientName });
      else setRefused(true);
    });

  return (
    <div className="grid gap-3">
      <p className="text-ink-2">{t("hint")}</p>
      <SearchField
        autoComplete="off"
        label={t("search")}
        maxLength={80}
        onChange={(event) => setSearch(event.target.value)}
        placeholder={t("search")}
        value={search}
      />
      {found?.isFailed || isRefused ? (
        <Notice
          actions={
            <Button
              onClick={() => {
                setRefused(false);
                setAttempt(attempt + 1);
              }}
            >
              {t("again")}
            </Button>
          }
          isLive
          title={t("failed")}
          tone="warn"
        />
      ) : null}
      <p className="sr-only" role="status">
        {found === null || found.asked !== asked ? t("searching") : t("found", { count: found.sources.length })}
      </p>
      {found === null ? <p aria-hidden="true">{t("searching")}</p> : null}
      {found && !found.isFailed && found.sources.length === 0 ? (
        <p>{search === "" ? t("none") : t("nothing")}</p>
      ) : null}
      {found && found.sources.length > 0 ? (
        <ul aria-label={t("programs")} className="max-h-80 overflow-y-auto rounded-6 border border-line">
          {found.sources.map((source) => (
            <SourceRow isReading={isReading} key={source.programId} onChoose={() => choose(source)} source={source} />
          ))}
        </ul>
      ) : null}
      {found?.areMore ? <p className="text-12 text-ink-3">{t("more")}</p> : null}
      <div>
        <Button onClick={close}>{t("cancel")}</Button>
      </div>
    </div>
  );
}

function SourceRow({ source, isReading, onChoose }: { source: CloneSource; isReading: boolean; onChoose: () => void }) {
  const t = useTranslations("program.clone");
  const locale = useLocale();
  const format = useFormatter();
  const { timeZone } = useBuilder().page;
  const { patientName, mrn, title, technique, phase, revision, signedAt, lines } = source;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2 last:border-b-0">
      <div className="min-w-44 flex-1">
        <p>
          <span className="font-semibold">{patientName}</span> <span className="text-12 text-ink-3">{mrn}</span>
        </p>
        <p className="text-12 text-ink-2">
          {[title[locale], technique, ...(phase === null ? [] : [t("inPhase", { phase })])].join(" · ")}
        </p>
        <p className="text-12 text-ink-3">
          {t("revision", {
            number: revision,
            day: format.dateTime(new Date(signedAt), "dayYear", { timeZone }),
            count: lines,
          })}
        </p>
      </div>
      <Button aria-label={t("chooseOf", { name: patientName })} disabled={isReading} onClick={onChoose}>
        {t("choose")}
      </Button>
    </li>
  );
}
