import { useTranslations } from "next-intl";
import { useEffect, useRef, type ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { ClinicContact } from "@/lib/check-in/result";
import { CallLinks } from "../../../_components/call-links";
import { CalmResult } from "../[checkInId]/_components/calm-result";
import { UrgentResult } from "../[checkInId]/_components/urgent-result";
import type { CheckInOutcome } from "./send-check-in";

export type Unsent = Exclude<CheckInOutcome, { status: "sent" | "refused" }>;

/** The answer to a check-in that is not in the record: what it means by the same rules, and that nobody has seen it. */
export function UnsentResult({ unsent, clinic }: { unsent: Unsent; clinic: ClinicContact }) {
  const t = useTranslations("patient.result");
  if (unsent.status === "kept") {
    return (
      <Plain clinic={clinic} title={t("kept.title")}>
        <p>{t("kept.body")}</p>
      </Plain>
    );
  }
  const { result, stored } = unsent;
  const waits = t(stored ? "unsent.body" : "unsent.stay");
  if (result === null) {
    return (
      <Plain clinic={clinic} title={t("unsent.title")}>
        <p>{waits}</p>
        <p className="font-semibold">{t("unsent.worry")}</p>
      </Plain>
    );
  }
  const { level } = result;
  if (level === "EMERGENCY" || level === "SAME_DAY_SURGEON") {
    return (
      <FullScreen>
        <UrgentResult clinic={clinic} level={level} result={result} />
      </FullScreen>
    );
  }
  return (
    <Focused>
      <Notice isLive shape={<Icon name="offline" size={22} />} title={t("unsent.title")}>
        {waits}
      </Notice>
      <CalmResult clinic={clinic} level={level} now={new Date(result.reportedAt)} result={result} />
    </Focused>
  );
}

function Plain({ title, clinic, children }: { title: string; clinic: ClinicContact; children: ReactNode }) {
  const t = useTranslations("patient.result");
  return (
    <Focused>
      <title>{`${title} · Phasewise`}</title>
      <h1 className="pt-4 text-26 font-bold tracking-tight">{title}</h1>
      {children}
      <CallLinks emergencyNumber={clinic.emergencyNumber} phone={clinic.phone} />
      <LinkButton className="mt-auto" href="/my/today" isWide variant="primary">
        {t("toToday")}
      </LinkButton>
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

/** Above everything else on the page, which cannot be reached behind it; there is no way past an emergency. */
function FullScreen({ children }: { children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      aria-labelledby="urgent-title"
      className="m-0 h-dvh max-h-none w-screen max-w-none overflow-y-auto bg-surface"
      ref={dialog}
      onCancel={(event) => event.preventDefault()}
    >
      {children}
    </dialog>
  );
}
