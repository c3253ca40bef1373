import { useTranslations } from "next-intl";
import { FieldError } from "../ui/field-error";
import { fieldId } from "../ui/field-id";

const answers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const endWord = (n: number): "0" | "5" | "10" | null => (n === 0 ? "0" : n === 5 ? "5" : n === 10 ? "10" : null);

/**
 * Pain from 0 to 10 as eleven native radios. Nothing is chosen beforehand: an untouched question is an error, never 0. The ground of
 * row n is filled to n tenths, a staircase that explains the scale without numbers.
 */
export function PainScale({
  name,
  question,
  hint,
  error,
  chosen,
  isPageTitle = false,
}: {
  name: string;
  question: string;
  hint?: string | undefined;
  /** Say `true` for the usual sentence. */
  error?: string | true | undefined;
  /** The answer that was already given and comes back with the page. */
  chosen?: number | undefined;
  /** The question is the page's title. */
  isPageTitle?: boolean;
}) {
  const t = useTranslations("status.painScale");
  const id = fieldId(name);
  const bad = error !== undefined;
  const described = [bad ? `${id}-error` : "", hint === undefined ? "" : `${id}-hint`].join(" ").trim();
  const title = "text-26 font-bold tracking-tight text-balance";
  return (
    <fieldset
      role="radiogroup"
      aria-required
      aria-invalid={bad ? true : undefined}
      aria-describedby={described === "" ? undefined : described}
      className="grid min-w-0 gap-2"
    >
      <legend className="mb-1">
        {isPageTitle ? <h1 className={title}>{question}</h1> : <span className={title}>{question}</span>}
      </legend>
      {hint === undefined ? null : (
        <p className="text-16 text-ink-2" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {bad ? <FieldError id={`${id}-error`}>{error === true ? t("error") : error}</FieldError> : null}
      <div
        className={`overflow-hidden rounded-14 bg-surface has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus ${bad ? "border-[2.5px] border-stop-mark" : "border-[1.5px] border-edge"}`}
      >
        {answers.map((n) => {
          const word = endWord(n);
          return (
            <label
              className="grid min-h-11 grid-cols-[24px_28px_minmax(0,1fr)] items-center gap-3 border-line bg-linear-to-r from-pain-fill to-pain-fill bg-no-repeat px-3.5 py-1 not-first:border-t has-checked:bg-pain has-checked:bg-none has-checked:text-on-pain forced-colors:bg-none"
              key={n}
              style={{ backgroundSize: `${n * 10}% 100%` }}
            >
              <input
                className="size-6 appearance-none rounded-full border-2 border-edge bg-surface outline-none checked:border-[7px] checked:border-on-pain checked:bg-pain focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-focus checked:focus-visible:outline-on-pain forced-colors:appearance-auto"
                defaultChecked={chosen === n}
                id={n === 0 ? id : `${id}-${n}`}
                name={name}
                required
                type="radio"
                value={n}
              />
              <span className="text-end text-20 font-bold">{n}</span>
              <span className="text-16">{word === null ? null : t(word)}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
