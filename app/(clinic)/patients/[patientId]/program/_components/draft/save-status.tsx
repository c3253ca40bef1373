"use client";

import { useTranslations } from "next-intl";
import type { SaveState } from "./draft-snapshot";

const quiet: ReadonlySet<SaveState> = new Set(["saved", "changed", "saving"]);

/** What has become of the latest change; read aloud only when it is not saved. The sign-in page opens beside this one, which goes on afterwards. */
export function SaveStatus({ state }: { state: SaveState }) {
  const t = useTranslations("program.save");
  return (
    <span className={quiet.has(state) ? "" : "font-semibold text-stop-ink"}>
      <span>· {t(state)}</span>
      {state === "signedOut" ? (
        <>
          {" "}
          <a className="link" href="/sign-in" rel="noopener" target="_blank">
            {t("signIn")}
          </a>
        </>
      ) : null}
      <span className="sr-only" role="status">
        {quiet.has(state) ? "" : t(state)}
      </span>
    </span>
  );
}
