"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { buttonClass } from "@/components/ui/button-class";
import { heldByPhase } from "@/lib/clinical/held-by-phase";
import { addDays } from "@/lib/dates";
import { useBuilder } from "./builder-context";
import type { HeldLine } from "./held-back-list";
import { MenuButton } from "./menu-button";
import { onDemand } from "./on-demand";

const list = onDemand(() => import("./held-back-list").then(({ HeldBackList }) => HeldBackList));

/** How much of the patient's phase is signed but not open yet, and until when; the lines themselves on demand. */
export function HeldBackSummary() {
  const t = useTranslations("program.held");
  const format = useFormatter();
  const { draft, answer, phaseNow, page, anchor, content } = useBuilder();
  const judged = heldByPhase(answer, page.situation, phaseNow, content).lines;
  const held = draft.lines.flatMap((line, index): HeldLine[] => {
    const heldBack = judged[index]?.heldBack;
    return heldBack && line.phase === phaseNow ? [{ line, heldBack }] : [];
  });
  if (held.length === 0 || anchor === null) return null;
  const days = held.filter(({ heldBack }) => heldBack.until === "day").map(({ heldBack }) => heldBack.day);
  const asked = held.some(({ heldBack }) => heldBack.until === "clearance");
  const date = format.dateTime(new Date(addDays(anchor, Math.min(...days, 36500))), "day");
  const isAll = draft.lines.filter(({ phase }) => phase === phaseNow).length === held.length;
  const isNextADay = days.length > 0 && !(asked && isAll);
  const until = isNextADay ? t("untilDay", { date }) : asked ? t("untilClearance") : t("untilPhase");
  return (
    <MenuButton
      look={buttonClass({ variant: "quiet" })}
      menu={(close) => <list.Part close={close} held={held} />}
      popup="dialog"
      prepare={list.prepare}
    >
      <Shape name="needs-clearance" />
      <span>
        <b className="font-semibold">{t("count", { count: held.length })}</b>{" "}
        <span className="text-ink-2">{until}</span>
      </span>
    </MenuButton>
  );
}
