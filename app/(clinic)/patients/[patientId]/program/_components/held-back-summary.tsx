"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { Shape } from "@/components/clinical/shape";
import { buttonClass } from "@/components/ui/button-class";
import { heldByPhase } from "@/lib/clinical/held-by-phase";
import { addDays } from "@/lib/dates";
import { useBuilder } from "./builder-context";
import { HeldBack } from "./held-back";

/** How much of the patient's phase is signed but not open yet, and until when; the lines themselves on demand. */
export function HeldBackSummary() {
  const t = useTranslations("program.held");
  const locale = useLocale();
  const format = useFormatter();
  const { draft, answer, phaseNow, page, content } = useBuilder();
  const judged = heldByPhase(answer, page.situation, phaseNow, content).lines;
  const held = draft.lines.flatMap((line, index) => {
    const heldBack = judged[index]?.heldBack;
    return heldBack && line.phase === phaseNow ? [{ line, heldBack }] : [];
  });
  if (held.length === 0) return null;
  const days = held.filter(({ heldBack }) => heldBack.until === "day").map(({ heldBack }) => heldBack.day);
  const asked = held.some(({ heldBack }) => heldBack.until === "clearance");
  const date = format.dateTime(new Date(addDays(page.situation.anchor, Math.min(...days, 36500))), "day");
  const isAll = draft.lines.filter(({ phase }) => phase === phaseNow).length === held.length;
  const isNextADay = days.length > 0 && !(asked && isAll);
  const until = isNextADay ? t("untilDay", { date }) : asked ? t("untilClearance") : t("untilPhase");
  return (
    <DialogTrigger>
      <Button className={buttonClass({ variant: "quiet" })}>
        <Shape name="needs-clearance" />
        <span>
          <b className="font-semibold">{t("count", { count: held.length })}</b>{" "}
          <span className="text-ink-2">{until}</span>
        </span>
      </Button>
      <Popover
        className="max-w-sm rounded-10 border border-line bg-raised p-4 text-13 text-ink shadow-raised"
        placement="bottom end"
      >
        <Dialog aria-label={t("list")} className="outline-none">
          <ul className="grid gap-2">
            {held.map(({ line, heldBack }) => (
              <li key={line.id}>
                <p className="font-semibold">{content.exercises[line.exercise]?.name[locale] ?? line.exercise}</p>
                <p className="text-ink-2">
                  <HeldBack anchor={page.situation.anchor} heldBack={heldBack} isSmall />
                </p>
              </li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
