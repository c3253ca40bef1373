"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

/** How many of the list are chosen, all of them at once, and the way to deciding them together. Works without scripts as a plain form. */
export function SeveralBar({ form, all }: { form: string; all: number }) {
  const t = useTranslations("clearances.several");
  const [chosen, setChosen] = useState<number | null>(null);
  useEffect(() => {
    const count = () => setChosen(boxesOf(form).filter(({ checked }) => checked).length);
    const changed = (event: Event) => {
      if (event.target instanceof HTMLInputElement && event.target.name === "clearance") count();
    };
    count();
    document.addEventListener("change", changed);
    return () => document.removeEventListener("change", changed);
  }, [form]);
  const selectAll = () => {
    const isAll = chosen === all;
    for (const box of boxesOf(form)) if (box.checked === isAll) box.click();
  };
  return (
    <div className="sticky bottom-0 mt-auto flex items-center gap-2.5 border-t border-line bg-surface px-5 py-2">
      <label className="flex min-h-6 items-center gap-2 roomy:min-h-11">
        <input checked={chosen === all} className="size-4 accent-accent" onChange={selectAll} type="checkbox" />
        {t("all")}
      </label>
      <Button
        className="ms-auto"
        data-act="several"
        disabled={chosen === 0}
        form={form}
        hotkey="d"
        type="submit"
        variant={chosen === null || chosen < 2 ? "secondary" : "primary"}
      >
        {chosen === null || chosen === 0 ? t("decideChosen") : t("decide", { count: chosen })}
      </Button>
    </div>
  );
}

function boxesOf(form: string): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name=clearance][form="${form}"]`)];
}
