import { useTranslations } from "next-intl";
import type { SaveState } from "./use-draft";

/** What has become of the latest change; read aloud only when it is not saved. */
export function SaveStatus({ state, isSaved }: { state: SaveState; isSaved: boolean }) {
  const t = useTranslations("program.save");
  if (state.at === "saved") return <span>· {isSaved ? t("saved") : t("changed")}</span>;
  return (
    <span
      className={state.at === "saving" ? "" : "font-semibold text-stop-ink"}
      role={state.at === "saving" ? undefined : "status"}
    >
      · {t(state.at)}
    </span>
  );
}
