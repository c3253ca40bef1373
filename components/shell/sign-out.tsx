"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AlertDialog } from "../ui/alert-dialog";
import { Button } from "../ui/button";
import { discardUnsaved, hasUnsavedCopies } from "./unsaved-copies";

/** The way out. Where the browser keeps changes that are not saved, it asks first: signing out empties what the browser keeps. */
export function SignOut() {
  const t = useTranslations("shell");
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <form
        action="/sign-out"
        className="w-full border-t border-line pt-3"
        method="post"
        onSubmit={(event) => {
          if (!hasUnsavedCopies()) return;
          event.preventDefault();
          setAsked(true);
        }}
      >
        <input name="keep" type="hidden" value="none" />
        <Button isWide type="submit">
          {t("signOut")}
        </Button>
      </form>
      {isAsked ? (
        <AlertDialog onClose={() => setAsked(false)} title={t("unsaved.title")} words={t("unsaved.body")}>
          <form action="/sign-out" className="mt-4 flex flex-wrap gap-2" method="post" onSubmit={discardUnsaved}>
            <input name="keep" type="hidden" value="none" />
            <Button autoFocus onClick={() => setAsked(false)} variant="primary">
              {t("unsaved.stay")}
            </Button>
            <Button type="submit">{t("unsaved.discard")}</Button>
          </form>
        </AlertDialog>
      ) : null}
    </>
  );
}
