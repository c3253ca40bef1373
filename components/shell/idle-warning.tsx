"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  type ComponentType,
  type ReactNode,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  useTransition,
} from "react";
import { AlertDialog } from "../ui/alert-dialog";
import { Button } from "../ui/button";
import { idleClock } from "./idle-clock";
import { clockOf, spokenSeconds } from "./idle-timing";
import { discardUnsaved, hasUnsavedCopies, onStored } from "./unsaved-copies";

/**
 * Says two minutes ahead that the session will end because nothing was asked of the server, and leaves the page when it does, so that nothing
 * stays on the screen. Put it once in the frame of everybody who is signed in.
 * @param props.writesPrograms a clinician: only they are told of program changes that this browser keeps unsaved, theirs or a colleague's
 * @param props.wayOut a patient's: the form that signs out, which looks first at what waits on the phone
 */
export function IdleWarning({
  idleMinutes,
  writesPrograms = false,
  wayOut: WayOut = PlainWayOut,
  stay,
}: {
  idleMinutes: number;
  writesPrograms?: boolean;
  wayOut?: ComponentType<WayOutProps>;
  stay: () => Promise<boolean>;
}) {
  const t = useTranslations("shell");
  const [clock] = useState(() => idleClock(idleMinutes, leave));
  const left = useSyncExternalStore(clock.subscribe, clock.secondsLeft, () => null);
  // Asked of clinicians alone: the first look into the browser's storage holds a page up.
  const isUnsaved = useSyncExternalStore(onStored, writesPrograms ? hasUnsavedCopies : nothing, nothing);
  const [hasFailed, setHasFailed] = useState(false);
  const [isPending, startTransition] = useTransition();
  const pathname = usePathname();
  const wentBackTo = useRef<string | null>(null);

  useEffect(() => {
    // Back and forward show what the browser still has; the server does not hear of it.
    const wentBack = () => {
      wentBackTo.current = window.location.pathname;
    };
    window.addEventListener("popstate", wentBack);
    return () => window.removeEventListener("popstate", wentBack);
  }, []);
  useEffect(() => {
    if (wentBackTo.current !== pathname) clock.active();
    wentBackTo.current = null;
  }, [clock, pathname]);

  const goOn = () => {
    if (isPending) return;
    startTransition(async () => {
      try {
        if (await stay()) clock.active();
        else leave();
        setHasFailed(false);
      } catch {
        setHasFailed(true);
      }
    });
  };
  if (left === null) return null;
  return (
    <AlertDialog
      describedBy="idle-left"
      onCancel={(event) => {
        event.preventDefault();
        goOn();
      }}
      onClose={({ currentTarget }) => {
        // A second Escape closes it, whatever was said to the first one.
        if (currentTarget.isConnected) currentTarget.showModal();
      }}
      title={t("idle.title")}
      words={t("idle.body")}
    >
      <p aria-hidden="true" className="mt-2 text-26 font-title">
        {clockOf(left)}
      </p>
      <p className="sr-only" id="idle-left" role="status">
        {t("idle.left", { seconds: String(spokenSeconds(left)) })}
      </p>
      {isUnsaved ? <p className="mt-2 font-medium">{t("unsaved.body")}</p> : null}
      {hasFailed ? (
        <p className="mt-2 font-medium" role="alert">
          {t("idle.failed")}
        </p>
      ) : null}
      <WayOut className="mt-4 flex flex-wrap gap-2">
        <Button autoFocus isPending={isPending} onClick={goOn} variant="primary">
          {t("idle.stay")}
        </Button>
        <Button type="submit">{isUnsaved ? t("unsaved.discard") : t("signOut")}</Button>
      </WayOut>
    </AlertDialog>
  );
}

const nothing = () => false;

type WayOutProps = { className: string; children: ReactNode };

function PlainWayOut({ className, children }: WayOutProps) {
  return (
    <form action="/sign-out" className={className} method="post" onSubmit={discardUnsaved}>
      <input name="keep" type="hidden" value="none" />
      {children}
    </form>
  );
}

/** A full load, so that nothing of the page remains; the way back does not lead to it. */
function leave(): void {
  window.location.replace("/sign-in");
}
