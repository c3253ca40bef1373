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
  const dialog = useRef<HTMLDialogElement>(null);
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
  useEffect(() => {
    if (left === null) dialog.current?.close();
    else if (dialog.current?.open === false) dialog.current.showModal();
  }, [left]);

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
  return (
    <dialog
      aria-describedby="idle-words idle-left"
      aria-labelledby="idle-title"
      className="m-auto w-full max-w-md rounded-10 border border-line bg-raised p-5 text-14 text-ink shadow-raised backdrop:bg-black/50 max-md:max-w-[calc(100%-2rem)] roomy:text-18"
      data-react-aria-top-layer="true"
      onCancel={(event) => {
        event.preventDefault();
        goOn();
      }}
      ref={dialog}
      role="alertdialog"
    >
      <h2 className="text-16 font-title roomy:text-20" id="idle-title">
        {t("idle.title")}
      </h2>
      <p className="mt-2" id="idle-words">
        {t("idle.body")}
      </p>
      {left === null ? null : (
        <>
          <p aria-hidden="true" className="mt-2 text-26 font-title">
            {clockOf(left)}
          </p>
          <p className="sr-only" id="idle-left" role="status">
            {t("idle.left", { seconds: String(spokenSeconds(left)) })}
          </p>
        </>
      )}
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
    </dialog>
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
