"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import type { SignOutStep } from "@/lib/offline/sign-out";
import { AlertDialog } from "../ui/alert-dialog";
import { Button } from "../ui/button";
import { LinkButton } from "../ui/link-button";

/** What the server is told to leave in the browser's storage. */
const keeps = { nothing: "none", others: "others", unknown: "" } as const;

/**
 * The patient's way out. With JavaScript it first sends what waits on this phone; what cannot be sent is named before it is lost. Then everything
 * that the phone keeps of the person goes.
 */
export function SignOutForm({ className, children }: { className: string; children: ReactNode }) {
  const t = useTranslations("patient.offline");
  const form = useRef<HTMLFormElement>(null);
  const keep = useRef<HTMLInputElement>(null);
  const [isAsked, setAsked] = useState(false);
  /** How many reports would be lost; 0 while the server cannot be reached. */
  const [unsent, setUnsent] = useState(0);
  const [isSignedOut, setSignedOut] = useState(false);
  const [tries, setTries] = useState(0);
  const [isBusy, setIsBusy] = useState(false);

  const leave = async (mayLose: boolean) => {
    if (isBusy) return;
    setIsBusy(true);
    setTries((count) => count + 1);
    const step = await prepared(mayLose, tries > 0);
    setIsBusy(false);
    if (step.is === "ready") {
      if (keep.current) keep.current.value = keeps[step.left];
      form.current?.submit();
      return;
    }
    setUnsent(step.is === "unsent" ? step.count : 0);
    setSignedOut(step.is === "unsent" && step.isSignedOut);
    setAsked(true);
  };
  const isAway = unsent === 0;
  return (
    <>
      <form
        action="/sign-out"
        className={className}
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          setTries(0);
          void leave(false);
        }}
        ref={form}
      >
        {/* Sent before its script is there, or without one, it says nothing: then what was not sent stays on the phone. */}
        <input name="keep" ref={keep} type="hidden" />
        {children}
      </form>
      {isAsked ? (
        <AlertDialog
          onClose={() => setAsked(false)}
          title={isAway ? t("awayTitle") : t("unsentTitle", { count: unsent })}
          words={isAway ? t("awayBody") : t("unsentBody", { count: unsent })}
        >
          <p className="mt-2 font-semibold" role="status">
            {isBusy
              ? t("unsentSending")
              : isSignedOut
                ? t("unsentSignedOut", { count: unsent })
                : tries > 1
                  ? t(isAway ? "awayStill" : "unsentStill")
                  : null}
          </p>
          <div className="mt-4 grid gap-2">
            {isSignedOut ? (
              <LinkButton href="/sign-in" isWide ref={focused} variant="primary">
                {t("shellSignIn")}
              </LinkButton>
            ) : (
              <Button autoFocus isPending={isBusy} isWide onClick={() => void leave(false)} variant="primary">
                {t(isAway ? "awayAgain" : "unsentAgain")}
              </Button>
            )}
            <Button isWide onClick={() => setAsked(false)}>
              {t("unsentStay")}
            </Button>
            {isAway ? null : (
              <Button isPending={isBusy} isWide onClick={() => void leave(true)} variant="stop">
                {t("unsentLose", { count: unsent })}
              </Button>
            )}
          </div>
        </AlertDialog>
      ) : null}
    </>
  );
}

/** It stands in the place of the button that was just pressed. */
const focused = (link: HTMLAnchorElement | null) => link?.focus();

/**
 * The code for it may not come: mostly there is no network. Where it does not come again, one may leave all the same; what was not sent stays on the
 * phone, bound to its person.
 */
async function prepared(mayLose: boolean, isAgain: boolean): Promise<SignOutStep> {
  try {
    const { prepareSignOut } = await import("@/lib/offline/sign-out");
    return await prepareSignOut(mayLose);
  } catch {
    return isAgain && navigator.onLine ? { is: "ready", left: "unknown" } : { is: "away" };
  }
}
