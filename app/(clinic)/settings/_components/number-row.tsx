import { useTranslations } from "next-intl";
import { UnverifiedMark } from "@/components/clinical/unverified-mark";
import { AppLink } from "@/components/ui/app-link";
import { controlClass, controlProps } from "@/components/ui/field";
import { FieldError } from "@/components/ui/field-error";
import { Tag } from "@/components/ui/small-parts";

/** One number in the reader's own language. */
export type NumberLine = {
  id: string;
  label: string;
  meaning: string;
  unit: string;
  current: number;
  shipped: number;
  min: number;
  max: number;
  isChanged: boolean;
  isUnverified: boolean;
  sources: readonly string[];
};

/** A number with its meaning, what ships, between what it may stand, and what stands behind it. Without `edit` it is only read. */
export function NumberRow({
  line,
  edit,
}: {
  line: NumberLine;
  edit: { typed: string | undefined; isReset: boolean; error: string | undefined } | null;
}) {
  const t = useTranslations("settings");
  const { id, label, meaning, unit, current, shipped, min, max, isChanged } = line;
  const withUnit = (value: number | string) => `${value} ${unit}`.trim();
  const field = { name: `values.${id}`, label, hint: meaning, error: edit?.error };
  const control = controlProps(field);
  const tint = isChanged ? "bg-accent-tint shadow-[inset_3px_0_0_var(--color-accent)]" : "";
  return (
    <li
      className={`grid items-start gap-x-5 gap-y-1.5 border-b border-line px-4 py-2.5 md:grid-cols-[minmax(0,1fr)_9.5rem_minmax(0,17rem)] ${tint}`}
    >
      <div className="min-w-0">
        {edit === null ? (
          <span className="font-medium">{label}</span>
        ) : (
          <label className="font-medium" htmlFor={control.id}>
            {label}
          </label>
        )}
        <p className="text-12 text-ink-2" id={`${control.id}-hint`}>
          {meaning}
        </p>
        {edit?.error === undefined ? null : <FieldError id={`${control.id}-error`}>{edit.error}</FieldError>}
      </div>
      <div className="flex items-center gap-2">
        {edit === null ? (
          <span className="font-semibold tabular-nums">{withUnit(current)}</span>
        ) : (
          <>
            <input
              {...control}
              autoComplete="off"
              className={`${controlClass} max-w-20 text-end tabular-nums ${isChanged ? "font-semibold" : ""}`}
              defaultValue={edit.typed ?? String(current)}
              inputMode="decimal"
              type="text"
            />
            <span className="text-ink-2">{unit}</span>
          </>
        )}
      </div>
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-12 text-ink-2">
        <span>{t("shipped", { value: withUnit(shipped) })}</span>
        <span className="text-ink-3">{t("bounds", { min, max })}</span>
        {line.isUnverified ? <UnverifiedMark /> : null}
        {line.sources.map((source) => (
          <AppLink
            className="inline-flex min-h-6 items-center underline underline-offset-2"
            href={`/sources/${source}`}
            key={source}
          >
            {source}
          </AppLink>
        ))}
        {isChanged ? <Tag>{t("changed")}</Tag> : null}
        {isChanged && edit !== null ? (
          <label className="flex min-h-6 items-center gap-1.5">
            <input
              className="size-4 flex-none accent-accent"
              defaultChecked={edit.isReset}
              name="reset"
              type="checkbox"
              value={id}
            />
            {t("reset", { value: withUnit(shipped) })}
          </label>
        ) : null}
      </div>
    </li>
  );
}
