"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "../ui/button";
import { discardUnsaved, hasUnsavedCopies } from "./unsaved-copies";

/** The way out. Where the browser keeps changes that are not saved, it asks first: signing out empties what the browser keeps. */
export function SignOut() {
  const t = useTranslations("shell");
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <form
        action="/sign-out"
        className="w-full border-t border-line pt-3"
        method="post"
        onSubmit={(event) => {
          if (!dialog.current || !hasUnsavedCopies()) return;
          event.preventDefault();
          dialog.current.showModal();
        }}
      >
        <input name="keep" type="hidden" value="none" />
        <Button isWide type="submit">
          {t("signOut")}
        </Button>
      </form>
      <dialog
        aria-describedby="unsaved-words"
        aria-labelledby="unsaved-title"
        className="m-auto w-full max-w-md rounded-10 border border-line bg-raised p-5 text-14 text-ink shadow-raised backdrop:bg-black/50 max-md:max-w-[calc(100%-2rem)]"
        ref={dialog}
        role="alertdialog"
      >
        <h2 className="text-16 font-title" id="unsaved-title">
          {t("unsaved.title")}
        </h2>
        <p className="mt-2" id="unsaved-words">
          {t("unsaved.body")}
        </p>
        <form action="/sign-out" className="mt-4 flex flex-wrap gap-2" method="post" onSubmit={discardUnsaved}>
          <input name="keep" type="hidden" value="none" />
          <Button autoFocus onClick={() => dialog.current?.close()} variant="primary">
            {t("unsaved.stay")}
          </Button>
          <Button type="submit">{t("unsaved.discard")}</Button>
        </form>
      </dialog>
    </>
  );
}
