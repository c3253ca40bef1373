"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { StatusBadge } from "@/components/clinical/status-badges";
import { addDays } from "@/lib/dates";
import { useBuilder } from "../builder-context";
import type { PhaseInDraft } from "./phase-facts";

/** State, name and first day of the phase in work. */
export function PhaseHead({ phase }: { phase: PhaseInDraft }) {
  const locale = useLocale();
  const states = useTranslations("status.phase");
  const { PhaseAside } = useBuilder();
  return (
    <header className="flex flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line px-3 py-2">
      <StatusBadge isWordHidden shape={phase.state} word={states(phase.state)} />
      <h3 className="min-w-0 text-14 font-title" id="phase-in-work" tabIndex={-1}>
        {phase.n} {phase.name[locale]}
      </h3>
      <span className="ms-auto rounded-3 bg-sunken px-1.5 py-0.5 text-12 text-ink-2">
        <PhaseOpens phase={phase} />
      </span>
      {PhaseAside === null ? null : <PhaseAside lines={phase.inDraft} n={phase.n} />}
    </header>
  );
}

/** "since Nov 5 · day 44", or "day 84 (Dec 15) at the earliest"; "from day 84" where no day has a date. */
export function PhaseOpens({ phase }: { phase: PhaseInDraft }) {
  const t = useTranslations("program.tray");
  const format = useFormatter();
  const { page, anchor } = useBuilder();
  if (anchor === null) return t("opensOnDay", { day: phase.opensOnDay });
  const opens = addDays(anchor, phase.opensOnDay);
  const isThisYear = opens.slice(0, 4) === page.today.slice(0, 4);
  const date = format.dateTime(new Date(opens), isThisYear ? "day" : "dayYear");
  return t(opens <= page.today ? "opened" : "opens", { day: phase.opensOnDay, date });
}
