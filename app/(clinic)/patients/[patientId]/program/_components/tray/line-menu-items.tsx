"use client";

import { useLocale, useTranslations } from "next-intl";
import { Separator } from "react-aria-components";
import { useBuilder } from "../builder-context";
import { FloatingMenu, FloatingMenuItem } from "../floating-menu";
import { useLineActs } from "./use-line-acts";

/** The open menu of a line. */
export function LineMenuItems({ id, close }: { id: string; close: () => void }) {
  const t = useTranslations("program.line");
  const locale = useLocale();
  const { page, draft } = useBuilder();
  const acts = useLineActs();
  const own = draft.lines.find((line) => line.id === id)?.phase;
  const ids = acts.withSelected(id);
  return (
    <FloatingMenu close={close} label={t("acts")} placement="bottom end">
      <FloatingMenuItem isDisabled={!acts.canNudge(ids, -1)} onAction={() => acts.nudge(ids, -1)}>
        {t("up")} <Keys of="Alt ↑" />
      </FloatingMenuItem>
      <FloatingMenuItem isDisabled={!acts.canNudge(ids, 1)} onAction={() => acts.nudge(ids, 1)}>
        {t("down")} <Keys of="Alt ↓" />
      </FloatingMenuItem>
      <Separator className="my-1 border-t border-line" />
      {page.phases
        .filter(({ n }) => n !== own)
        .map(({ n, name }) => (
          <FloatingMenuItem key={n} onAction={() => acts.moveTo(ids, n)}>
            {t("toPhase", { n, phase: name[locale] })}
          </FloatingMenuItem>
        ))}
      <Separator className="my-1 border-t border-line" />
      <FloatingMenuItem onAction={() => acts.inspect(id)}>{t("details")}</FloatingMenuItem>
      <FloatingMenuItem onAction={() => acts.duplicate(id)}>
        {t("duplicate")} <Keys of="D" />
      </FloatingMenuItem>
      <FloatingMenuItem onAction={() => acts.remove(ids)}>
        {t("removeSeveral", { count: ids.length })} <Keys of="Del" />
      </FloatingMenuItem>
    </FloatingMenu>
  );
}

function Keys({ of }: { of: string }) {
  return (
    <kbd aria-hidden="true" className="ms-auto font-sans text-12 text-ink-3">
      {of}
    </kbd>
  );
}
