import { useTranslations } from "next-intl";
import { StopSign } from "./stop-sign";

/** The error of one field: shape, the word and what to do. It stands above the control, whose `aria-describedby` names `id`. */
export function FieldError({ id, children }: { id: string; children: string }) {
  const t = useTranslations("ui");
  return (
    <p className="flex items-start gap-1.5 font-semibold text-stop-ink" id={id}>
      <StopSign className="mt-px" />
      <span>
        {t("error")} {children}
      </span>
    </p>
  );
}
