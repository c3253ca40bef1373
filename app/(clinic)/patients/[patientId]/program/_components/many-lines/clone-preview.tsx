"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice-groups";
import { useBuilder } from "../builder-context";
import { useBuilderScreen } from "../builder-screen";
import { DraftPreview } from "./bulk-preview";
import { cloned } from "./clone-program";
import type { ChosenSource } from "./clone-dialog";
import { previewId } from "./copy-phase";

const ways = ["add", "replace"] as const;

/** What the draft becomes with the other program's lines, each judged for this patient; taken in one step. */
export function ClonePreview({
  source,
  onBack,
  close,
}: {
  source: ChosenSource;
  onBack: () => void;
  close: () => void;
}) {
  const t = useTranslations("program.clone");
  const locale = useLocale();
  const { page, draft, content, learn, change, select } = useBuilder();
  const { announce } = useBuilderScreen();
  const [how, setHow] = useState<(typeof ways)[number]>("add");
  const facts = Object.fromEntries(source.facts.map((exercise) => [exercise.id, exercise]));
  const known = { ...content, exercises: { ...facts, ...content.exercises } };
  const { next, added, skipped } = cloned(source.lines, draft, page.phases, how, previewId);
  const count = added.length;
  const names = (codes: readonly string[]) =>
    [...new Set(codes)].map((code) => known.exercises[code]?.name[locale] ?? code).join(", ");
  const left = [
    skipped.there.length > 0 ? t("there", { names: names(skipped.there) }) : null,
    skipped.noPhase.length > 0 ? t("noPhase", { names: names(skipped.noPhase) }) : null,
    skipped.retired.length > 0 ? t("retired", { names: names(skipped.retired) }) : null,
  ].filter((words) => words !== null);
  return (
    <form
      className="grid gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (count === 0) return;
        const taken = cloned(source.lines, draft, page.phases, how, () => crypto.randomUUID());
        learn(source.facts);
        change(taken.change);
        select([]);
        announce(t("done", { count }));
        close();
      }}
    >
      <p className="text-ink-2">{t("notTaken", { name: source.title })}</p>
      <RadioGroup
        choices={ways.map((way) => ({ value: way, label: t(way, { count: draft.lines.length }) }))}
        defaultValue={how}
        label={t("how")}
        name="clone-how"
        onChange={({ target }) => setHow(target.value === "replace" ? "replace" : "add")}
        rowsClass="flex flex-wrap gap-x-4"
      />
      {count > 0 ? (
        <DraftPreview
          caption={t("preview")}
          content={known}
          next={next}
          rows={added.map((id) => ({ id, before: null, isChanged: true }))}
        />
      ) : null}
      <div role="status">
        <p>{t("changes", { count })}</p>
        {left.map((words) => (
          <p className="text-ink-2" key={words}>
            {words}
          </p>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button aria-disabled={count === 0} type="submit" variant="primary">
          {t(how === "add" ? "applyAdd" : "applyReplace", { count })}
        </Button>
        <Button onClick={onBack}>{t("back")}</Button>
        <Button onClick={close} variant="quiet">
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
