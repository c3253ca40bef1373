import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";

export type Failure = { kind: "failed" } | { kind: "conflict"; version: number; by: string };

/** Why nothing was saved. After a conflict the next save puts this version in the place of the other one. */
export function FailureNotice({ failure, code }: { failure: Failure; code: string | null }) {
  const t = useTranslations("ownExercise");
  if (failure.kind === "failed") return <Notice isLive title={t("failed")} tone="stop" />;
  return (
    <Notice
      actions={
        code === null ? undefined : (
          <AppLink className="link-alone" href={`/library/${encodeURIComponent(code)}`} target="_blank">
            {t("conflictOpen")}
          </AppLink>
        )
      }
      isLive
      title={t("conflict", { name: failure.by })}
      tone="stop"
    >
      {t("conflictBody")}
    </Notice>
  );
}
