"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { DraftPerson } from "@/lib/schemas/program";

/** Who else has this draft open now; spoken when somebody comes. */
export function DraftPresence({ others }: { others: readonly DraftPerson[] }) {
  const t = useTranslations("program.presence");
  const format = useFormatter();
  const names = format.list(others.map(({ name }) => name));
  return (
    <span aria-live="polite" className="inline-flex items-center gap-1.5 text-12 font-semibold text-ink-2 empty:hidden">
      {others.length === 0 ? null : (
        <>
          <Icon name="people" /> {t("others", { names, count: others.length })}
        </>
      )}
    </span>
  );
}
