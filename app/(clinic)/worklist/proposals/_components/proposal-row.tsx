"use client";

import { useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { ChoiceRow } from "@/components/ui/choice-row";
import type { ShownProposal } from "./proposals-form";

/** One draft, closed until it is read: only inside can it be ticked as read. */
export function ProposalRow({
  item,
  isRead,
  onRead,
}: {
  item: ShownProposal;
  isRead: boolean;
  onRead: (isRead: boolean) => void;
}) {
  const t = useTranslations("proposals");
  return (
    <li data-row={item.programId}>
      <details className="group rounded-10 border border-line bg-surface open:border-line-2">
        <summary
          className="flex cursor-pointer list-none items-center gap-3 rounded-10 px-4 py-2.5 -outline-offset-2 hover:bg-inset [&::-webkit-details-marker]:hidden"
          data-row-name=""
        >
          <span aria-hidden="true" className="text-ink-3 transition-transform group-open:rotate-90">
            ›
          </span>
          {item.head}
          <span className="flex-none">
            {isRead ? (
              <span className="inline-flex items-center gap-1 text-12 font-semibold text-ink-2">
                <Shape name="granted" size={12} /> {t("isRead")}
              </span>
            ) : null}
          </span>
        </summary>
        <div className="grid gap-4 border-t border-line px-4 py-3">
          {item.body}
          <div className="flex flex-wrap items-center gap-x-6 border-t border-line pt-2">
            <ChoiceRow
              checked={isRead}
              name="read"
              onChange={(event) => onRead(event.currentTarget.checked)}
              type="checkbox"
            >
              <span className="font-semibold">{t("read", { name: item.name })}</span>
            </ChoiceRow>
            {item.isSignable ? null : <p className="text-ink-2">{t("cannot")}</p>}
          </div>
        </div>
      </details>
    </li>
  );
}
