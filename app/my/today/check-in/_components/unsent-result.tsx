"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, type ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { CheckInResult, ClinicContact } from "@/lib/check-in/result";
import { urgentBy, type FormWorry } from "@/lib/check-in/urgent";
import type { KeptAnswer } from "@/lib/offline/waiting";
import { CallLinks } from "../../../_components/call-links";
import { CalmResult } from "../[checkInId]/_components/calm-result";
import { UrgentResult } from "../[checkInId]/_components/urgent-result";
import { BareUrgent } from "./bare-urgent";

/** A check-in whose answer has no page of its own, or not yet. */
export type Unsent = (
  | { status: "waiting"; stored: boolean }
  /** The team has it, though it cannot be part of the record. */
  | ({ status: "kept" } & Omit<KeptAnswer, "why">)
  /** Urgent, and in the record: the server's page is on its way. */
  | { status: "taken" }
  /** Urgent, and the server will not have it. */
  | { status: "refused" }
) & {
  /** What it means by the rules and this phone's plan. */
  result: CheckInResult | null;
  /** What its signs mean by themselves. */
  worry: FormWorry | null;
};
type Props = { unsent: Unsent; clinic: ClinicContact };

/** The answer to a check-in in the place of its form. What cannot wait stands above everything else, whoever judged it. */
export function UnsentResult({ unsent, clinic }: Props) {
  const { result, worry } = unsent;
  const waits = useWaits(unsent);
  const server = unsent.status === "kept" ? unsent.level : null;
  const urgent = urgentBy({ rules: result?.level ?? null, server, signs: worry?.level ?? null });
  if (urgent === null) return <Calm clinic={clinic} unsent={unsent} />;
  const { level, by } = urgent;
  if (by === "rules" && result !== null) {
    const isHere = unsent.status === "waiting";
    const told = { ...result, mayCorrect: isHere && unsent.stored && result.mayCorrect };
    return (
      <FullScreen>
        <UrgentResult clinic={clinic} level={level} result={told} waits={waits} />
      </FullScreen>
    );
  }
  const messages = unsent.status === "kept" ? unsent.messages : [];
  return (
    <FullScreen>
      <BareUrgent clinic={clinic} level={level} messages={messages} waits={waits} worry={worry} />
    </FullScreen>
  );
}

/** What an urgent screen says in the place of what was done. */
function useWaits(unsent: Unsent): string {
  const t = useTranslations("patient.result");
  if (unsent.status === "kept" || unsent.status === "taken") return t("kept.urgent");
  const isOnlyHere = unsent.status === "waiting" && !unsent.stored;
  return isOnlyHere ? `${t("unsent.stopped")} ${t("unsent.stay")}` : t("unsent.stopped");
}

function Calm({ unsent, clinic }: Props) {
  const t = useTranslations("patient.result");
  if (unsent.status === "kept") {
    return (
      <Plain clinic={clinic} title={t(unsent.level === "HOLD_NOTIFY_PT" ? "titles.HOLD_NOTIFY_PT" : "kept.title")}>
        {unsent.level === "NORMAL_SORENESS" ? null : unsent.messages.map((message) => <p key={message}>{message}</p>)}
        <p>{t("kept.body")}</p>
      </Plain>
    );
  }
  const { result } = unsent;
  const isOnlyHere = unsent.status === "waiting" && !unsent.stored;
  const title = t(isOnlyHere ? "unsent.stayTitle" : "unsent.title");
  const waits = t(isOnlyHere ? "unsent.stay" : "unsent.body");
  if (result === null || result.level === "EMERGENCY" || result.level === "SAME_DAY_SURGEON") {
    return (
      <Plain clinic={clinic} isLeaving={!isOnlyHere} title={title}>
        <p>{waits}</p>
        <p className="font-semibold">{t("unsent.worry")}</p>
      </Plain>
    );
  }
  return (
    <Focused>
      <Notice isLive shape={<Icon name="offline" size={22} />} title={title}>
        {waits}
      </Notice>
      <CalmResult clinic={clinic} level={result.level} now={new Date(result.reportedAt)} result={result} />
    </Focused>
  );
}

function Plain({
  title,
  clinic,
  isLeaving = true,
  children,
}: {
  title: string;
  clinic: ClinicContact;
  /** Whether the page may be left. */
  isLeaving?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("patient.result");
  return (
    <Focused>
      <title>{`${title} · Phasewise`}</title>
      <h1 className="pt-4 text-26 font-bold tracking-tight">{title}</h1>
      <div className="grid gap-2">{children}</div>
      <CallLinks emergencyNumber={clinic.emergencyNumber} phone={clinic.phone} />
      {isLeaving ? (
        <LinkButton className="mt-auto" href="/my/today" isWide variant="primary">
          {t("toToday")}
        </LinkButton>
      ) : null}
    </Focused>
  );
}

/** In the place of the form: eye and keyboard belong to its heading. */
function Focused({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const heading = box.current?.querySelector<HTMLElement>("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
  }, []);
  return (
    <div className="contents" ref={box}>
      {children}
    </div>
  );
}

/** Above everything else on the page, which cannot be reached behind it; there is no way past an emergency. Without JavaScript it only covers the page. */
function FullScreen({ children }: { children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.close();
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      aria-labelledby="urgent-title"
      className="fixed inset-0 z-50 m-0 h-dvh max-h-none w-screen max-w-none overflow-y-auto bg-surface"
      open
      ref={dialog}
      onCancel={(event) => event.preventDefault()}
    >
      {children}
    </dialog>
  );
}
