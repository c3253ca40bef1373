"use client";

import { useLocale, useTranslations } from "next-intl";
import { Dialog, Popover } from "react-aria-components";
import type { HeldBack as Wait } from "@/lib/clinical/signing";
import type { Draft } from "@/lib/draft/draft";
import { useBuilder } from "./builder-context";
import { HeldBack } from "./held-back";
import { useTrigger } from "./menu-button";

export type HeldLine = { line: Draft["lines"][number]; heldBack: Wait };

/** Each line that is held back, with what it waits for. */
export function HeldBackList({ held, close }: { held: readonly HeldLine[]; close: () => void }) {
  const t = useTranslations("program.held");
  const locale = useLocale();
  const { anchor, content } = useBuilder();
  const trigger = useTrigger();
  return (
    <Popover
      className="max-w-sm rounded-10 border border-line bg-raised p-4 text-13 text-ink shadow-raised"
      isOpen
      onOpenChange={close}
      placement="bottom end"
      {...(trigger === undefined ? {} : { triggerRef: trigger })}
    >
      <Dialog aria-label={t("list")} className="outline-none">
        <ul className="grid gap-2">
          {held.map(({ line, heldBack }) => (
            <li key={line.id}>
              <p className="font-semibold">{content.exercises[line.exercise]?.name[locale] ?? line.exercise}</p>
              <p className="text-ink-2">
                <HeldBack anchor={anchor} heldBack={heldBack} isSmall />
              </p>
            </li>
          ))}
        </ul>
      </Dialog>
    </Popover>
  );
}
