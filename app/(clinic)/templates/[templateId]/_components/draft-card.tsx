import { useFormatter, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Disclosure } from "@/components/ui/small-parts";
import { SubmitButton } from "@/components/ui/submit-button";
import type { TemplatePage } from "@/lib/records/templates/load-template-page";
import { discardDraftAction } from "../../actions";
import { RenameForm } from "./rename-form";

/** The draft that is open: who changed it last, and what can be done with it. */
export function DraftCard({
  draft,
  templateId,
  mayWrite,
}: {
  draft: NonNullable<TemplatePage["draft"]>;
  templateId: string;
  mayWrite: boolean;
}) {
  const t = useTranslations("templates.draft");
  const format = useFormatter();
  const at = format.dateTime(new Date(draft.changedAt), "dayYear");
  return (
    <Card
      actions={
        <>
          {mayWrite ? <LinkButton href={`/templates/${templateId}/edit`}>{t("edit")}</LinkButton> : null}
          {mayWrite ? <LinkButton href={`/templates/${templateId}/phases`}>{t("phases")}</LinkButton> : null}
          <LinkButton href={`/templates/${templateId}/publish`} variant="primary">
            {t("publish")}
          </LinkButton>
        </>
      }
      note={t("changed", { name: draft.changedBy, on: at })}
      title={t("title")}
    >
      {mayWrite ? (
        <div className="grid gap-3">
          <Disclosure summary={t("rename")}>
            <RenameForm draft={draft} templateId={templateId} />
          </Disclosure>
          <Disclosure summary={t("discard")}>
            <form action={discardDraftAction} className="grid gap-2">
              <input name="templateId" type="hidden" value={templateId} />
              <p>{t("discardWhat")}</p>
              <div>
                <SubmitButton variant="stop">{t("discardNow")}</SubmitButton>
              </div>
            </form>
          </Disclosure>
        </div>
      ) : (
        <p className="text-ink-2">{t("readOnly")}</p>
      )}
    </Card>
  );
}
