"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue } from "react";
import { useBuilder } from "../builder-context";
import { InspectorLine } from "./inspector-line";
import { onDemand } from "../on-demand";

const several = onDemand(() => import("./inspector-several").then(({ InspectorSeveral }) => InspectorSeveral));

/** Everything about the one selected line; of several, what can be done with all of them. */
export function Inspector() {
  const t = useTranslations("program.inspector");
  const { draft, selected } = useBuilder();
  // A key in the cell that was just chosen must not wait until the details of its line are drawn.
  const shown = useDeferredValue([...selected].join(" ")).split(" ");
  const lines = draft.lines.filter(({ id }) => shown.includes(id));
  const [line] = lines;
  return (
    <div className="grid gap-4 px-4 py-3 text-13">
      {line === undefined ? <p className="text-ink-2">{t("none")}</p> : null}
      {lines.length > 1 ? <several.Part ids={lines.map(({ id }) => id)} /> : null}
      {line !== undefined && lines.length === 1 ? <InspectorLine key={line.id} line={line} /> : null}
    </div>
  );
}
