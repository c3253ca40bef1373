"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { Avatar, Disclosure } from "@/components/ui/small-parts";
import type { Persona } from "@/lib/access/demo";
import { begin } from "../actions";
import { enter } from "./enter";

type ShownPersona = Persona & { line: string; enterWord: string };

/**
 * The invented people of the demo clinic: one click each. The words stand in the person's own language.
 * @param props.more those who open on demand, and the word for it: counting in words takes a browser long
 */
export function PersonaList({
  personas,
  more,
  chosenLocale,
}: {
  personas: readonly ShownPersona[];
  more: { word: string; personas: readonly ShownPersona[] };
  chosenLocale: string | null;
}) {
  const t = useTranslations("signIn");
  const [busy, setBusy] = useState<string | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const choose = async (userId: string) => {
    setBusy(userId);
    const answer = await enter("demo", { userId });
    setHasFailed(answer.status !== "done");
    if (answer.status === "done") await begin(chosenLocale);
    else setBusy(null);
  };
  return (
    <div className="grid gap-3">
      {hasFailed ? <Notice isLive title={t("away")} tone="stop" /> : null}
      <Personas busy={busy} choose={choose} personas={personas} />
      {more.personas.length === 0 ? null : (
        <Disclosure summary={more.word}>
          <Personas busy={busy} choose={choose} personas={more.personas} />
        </Disclosure>
      )}
    </div>
  );
}

function Personas({
  personas,
  busy,
  choose,
}: {
  personas: readonly ShownPersona[];
  busy: string | null;
  choose: (userId: string) => Promise<void>;
}) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-10 border border-line bg-surface">
      {personas.map(({ userId, displayName, line, locale, enterWord }) => (
        <li className="flex items-center gap-3.5 px-4 py-2.25" key={userId} lang={locale}>
          <Avatar initials={initialsOf(displayName)} />
          <div className="min-w-0 flex-1">
            <div className="text-14 font-semibold">{displayName}</div>
            <div className="text-13 text-ink-2">{line}</div>
          </div>
          <Button
            aria-label={`${enterWord}: ${displayName}`}
            isPending={busy === userId}
            onClick={() => void choose(userId)}
          >
            {enterWord} <Icon name="right" size={12} />
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** First letters of the first and last name; titles do not count. */
function initialsOf(name: string): string {
  const words = name.split(" ").filter((word) => !word.endsWith("."));
  return `${words.at(0)?.charAt(0) ?? ""}${words.length > 1 ? (words.at(1)?.charAt(0) ?? "") : ""}`;
}
