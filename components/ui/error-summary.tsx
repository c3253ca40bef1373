"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { fieldId } from "./field-id";
import { StopSign } from "./stop-sign";

/**
 * What must be fixed, linked to the fields. Takes the focus when it appears or changes, and the page's title then starts with
 * "Error:". `name` is the field's form name; an entry without one is about the whole form.
 */
export function ErrorSummary({ errors }: { errors: readonly { name?: string | undefined; message: string }[] }) {
  const t = useTranslations("ui");
  const box = useRef<HTMLDivElement>(null);
  const prefix = `${t("error")} `;
  const fingerprint = errors.map((error) => `${error.name ?? ""}:${error.message}`).join("|");
  useEffect(() => {
    if (fingerprint === "") return;
    box.current?.focus();
    if (document.title.startsWith(prefix)) return;
    const title = document.title;
    document.title = prefix + title;
    return () => {
      document.title = title;
    };
  }, [fingerprint, prefix]);
  if (errors.length === 0) return null;
  return (
    <div
      aria-labelledby="error-summary"
      autoFocus
      className="rounded-10 border-2 border-stop-mark bg-surface px-3.5 py-2.5 patient:rounded-14 roomy:text-16 patient:text-18"
      ref={box}
      role="alert"
      tabIndex={-1}
    >
      <h2 className="flex items-center gap-1.75 text-14 font-title roomy:text-18" id="error-summary">
        <StopSign />
        {t("errorSummary", { count: errors.length })}
      </h2>
      <ul className="mt-1 grid gap-1">
        {errors.map(({ name, message }) => (
          <li key={`${name ?? ""}:${message}`}>
            {name === undefined ? (
              <span className="font-medium text-stop-ink">{message}</span>
            ) : (
              <a
                className="inline-flex min-h-6 items-center font-medium text-stop-ink underline underline-offset-2 roomy:py-2.5"
                href={`#${fieldId(name)}`}
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
