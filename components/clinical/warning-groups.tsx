import { useTranslations } from "next-intl";
import { FieldError } from "../ui/field-error";
import { fieldId } from "../ui/field-id";

export type WarningGroup = {
  /** The form name of every box in the group; "None of these" sends `none`. */
  name: string;
  question: string;
  hint?: string | undefined;
  choices: readonly { value: string; label: string }[];
  error?: string | undefined;
  /** Values already given that come back with the page. */
  chosen?: readonly string[] | undefined;
};

/** What "None of these" sends: it answers every question of its group with no. */
const noneOfThese = "none";

const row =
  "flex min-h-13 items-center gap-3 border-line px-3.5 py-2 text-18 not-first:border-t has-checked:bg-accent-tint has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus";

/** Warning signs in plain groups. An untouched group is an error; a sign and "None of these" together are shown as a contradiction. */
export function WarningGroups({ groups }: { groups: readonly WarningGroup[] }) {
  return (
    <div className="grid gap-6">
      {groups.map((group) => (
        <WarningGroupFields group={group} key={group.name} />
      ))}
    </div>
  );
}

function WarningGroupFields({ group }: { group: WarningGroup }) {
  const t = useTranslations("status.warnings");
  const { name, question, hint, choices, error, chosen = [] } = group;
  const id = fieldId(name);
  const boxes = [...choices, { value: noneOfThese, label: t("none") }];
  const described = [error === undefined ? "" : `${id}-error`, hint === undefined ? "" : `${id}-hint`].join(" ").trim();
  return (
    <fieldset aria-describedby={described === "" ? undefined : described} className="group grid min-w-0 gap-2">
      <legend className="mb-1 text-20 font-bold text-balance">{question}</legend>
      {hint === undefined ? null : (
        <p className="text-16 text-ink-2" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div
        className={`overflow-hidden rounded-14 bg-surface ${error === undefined ? "border-[1.5px] border-edge" : "border-[2.5px] border-stop-mark"}`}
      >
        {boxes.map(({ value, label }, index) => (
          <label className={row} key={value}>
            <input
              aria-invalid={error === undefined ? undefined : true}
              className="size-6 flex-none accent-accent outline-none"
              data-input={value.split("=")[0]}
              data-sign={value === noneOfThese ? "none" : "some"}
              defaultChecked={chosen.includes(value)}
              id={index === 0 ? id : `${id}-${value}`}
              name={name}
              type="checkbox"
              value={value}
            />
            <span className="min-w-0">{label}</span>
          </label>
        ))}
      </div>
      <p className="hidden rounded-14 border border-care-line bg-care-tint px-3.5 py-2 text-16 group-has-[[data-sign=none]:checked]:group-has-[[data-sign=some]:checked]:block">
        {t("both")}
      </p>
    </fieldset>
  );
}
