import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/submit-button";
import { editTemplateAction } from "../../actions";

/** Begins the next version. */
export function EditButton({ templateId }: { templateId: string }) {
  const t = useTranslations("templates.page");
  return (
    <form action={editTemplateAction}>
      <input name="templateId" type="hidden" value={templateId} />
      <SubmitButton>{t("edit")}</SubmitButton>
    </form>
  );
}
