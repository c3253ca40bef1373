"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type SyntheticEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useErrorWords } from "@/components/ui/form-errors";
import { Select } from "@/components/ui/select";
import { NumberField } from "@/components/ui/text-field";
import { sides, type Dosage } from "@/lib/clinical/facts";
import { setOwnDosageAction } from "../actions";

const numbers = ["sets", "reps", "holdSec", "restSec", "durationMin", "perDay", "perWeek", "loadKg", "rpeMax"] as const;
const units: Partial<Record<(typeof numbers)[number], string>> = {
  holdSec: "s",
  restSec: "s",
  durationMin: "min",
  loadKg: "kg",
};
type Answer =
  { status: "asking" | "saved" | "removed" | "notSaved" } | { status: "invalid"; fields: Record<string, string> };

/** One's own dosage of an exercise: what is left empty does not apply. `from` is what the fields begin with. */
export function OwnDosageForm({ code, own, from }: { code: string; own: Dosage | null; from: Dosage }) {
  const t = useTranslations("library.ownDosage");
  const sideWords = useTranslations("status.dosage.sides");
  const errorWords = useErrorWords();
  const router = useRouter();
  const [answer, setAnswer] = useState<Answer>({ status: "asking" });
  const [removals, setRemovals] = useState(0);
  const [isPending, startTransition] = useTransition();
  const shown = answer.status === "removed" ? from : (own ?? from);
  const send = (dosage: object | null) => {
    startTransition(async () => {
      const result = await setOwnDosageAction({ code, dosage }).catch(() => null);
      if (result?.status === "done") {
        setAnswer({ status: dosage === null ? "removed" : "saved" });
        // What was one's own leaves the fields with it.
        if (dosage === null) setRemovals(removals + 1);
        router.refresh();
      } else if (result?.status === "invalid") setAnswer(result);
      else setAnswer({ status: "notSaved" });
    });
  };
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(typedIn(new FormData(event.currentTarget), shown));
  };
  const errors = answer.status === "invalid" ? answer.fields : {};
  const errorOf = (key: string) => {
    const found = errors[`dosage.${key}`] ?? (key === "perWeek" ? errors["dosage.weekdays"] : undefined);
    return found === undefined ? undefined : errorWords(found);
  };
  const wrong = [...numbers, "side" as const].flatMap((key) => {
    const message = errorOf(key);
    return message === undefined ? [] : [{ name: key, message: `${t(`keys.${key}`)}: ${message}` }];
  });
  return (
    <form className="grid gap-3" noValidate onSubmit={submit}>
      <p className="text-ink-2">{t("lead")}</p>
      <ErrorSummary errors={wrong} />
      <div className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-3" key={`${own === null} ${removals}`}>
        {numbers.map((key) => (
          <NumberField
            decimals={key === "loadKg"}
            defaultValue={shown[key] ?? ""}
            error={errorOf(key)}
            key={key}
            label={t(`keys.${key}`)}
            name={key}
            {...(units[key] === undefined ? {} : { unit: units[key] })}
          />
        ))}
        <Select
          choices={sides.map((side) => ({ value: side, label: sideWords(side) }))}
          defaultValue={shown.side ?? ""}
          emptyLabel={t("noSide")}
          error={errorOf("side")}
          label={t("keys.side")}
          name="side"
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button isPending={isPending} type="submit" variant="primary">
          {t("save")}
        </Button>
        {own === null ? null : (
          <Button isPending={isPending} onClick={() => send(null)}>
            {t("remove")}
          </Button>
        )}
        <span role="status">{answer.status === "asking" || answer.status === "invalid" ? "" : t(answer.status)}</span>
      </div>
    </form>
  );
}

/** The days of the week stay as they were while their number does. */
function typedIn(data: FormData, { perWeek, weekdays }: Dosage): object {
  const text = (key: string) => {
    const value = data.get(key);
    return typeof value === "string" ? value.trim().replace(",", ".") : "";
  };
  const typed = Object.fromEntries(numbers.map((key) => [key, text(key) === "" ? null : Number(text(key))]));
  const days = weekdays && typed["perWeek"] === perWeek ? { weekdays } : {};
  return { ...typed, ...days, side: text("side") || null };
}
