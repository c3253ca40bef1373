import { useTranslations } from "next-intl";

/** The error of one field: shape, the word and what to do. It stands above the control, whose `aria-describedby` names `id`. */
export function FieldError({ id, children }: { id: string; children: string }) {
  const t = useTranslations("ui");
  return (
    <p className="flex items-start gap-1.5 font-semibold text-stop-ink" id={id}>
      <svg aria-hidden="true" className="shape tone-stop mt-px size-4 roomy:size-5" viewBox="0 0 16 16">
        <path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill="currentColor" />
        <path d="M4.4 8h7.2" stroke="var(--glyph)" strokeLinecap="round" strokeWidth="2.2" />
      </svg>
      <span>
        {t("error")} {children}
      </span>
    </p>
  );
}
