"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { usePhaseLabels } from "./field-pairs";
import type { PhaseAnswer } from "./phase-answer";
import type { TypedPhase } from "./phase-values";
import { useValueWords } from "./use-value-words";

/** Why nothing was saved; after a conflict every field in which the other one differs, with both values. */
export function ConflictNotice({
  answer: { status, standing, typed },
  templateId,
}: {
  answer: PhaseAnswer;
  templateId: string;
}) {
  const t = useTranslations("templateEditor.conflict");
  const label = usePhaseLabels();
  const words = useValueWords();
  if (status === "none" || status === "done" || status === "invalid") return null;
  const toDraft = (
    <AppLink className="link-alone" href={`/templates/${templateId}/phases`} target="_blank">
      {t("open")}
    </AppLink>
  );
  if (standing === null || typed === null)
    return (
      <Focused>
        <Notice isLive title={t("gone")} tone="stop" />
      </Focused>
    );
  if (standing.phase === null)
    return (
      <Focused>
        <Notice actions={toDraft} isLive title={t("removed", { name: standing.by })} tone="stop" />
      </Focused>
    );
  const [mine, theirs] = [flat(typed), flat(standing.phase)];
  const differing = [...theirs].filter(([path, value]) => (mine.get(path) ?? "") !== value);
  return (
    <Focused>
      <Notice actions={toDraft} isLive title={t("title", { name: standing.by })} tone="stop">
        {t("body")}
        {differing.length === 0 ? null : (
          <table className="mt-2 w-full text-13">
            <thead>
              <tr className="text-start text-12 text-ink-3">
                {[t("field"), t("theirs", { name: standing.by }), t("mine")].map((head) => (
                  <th className="py-1 pe-3 text-start font-medium" key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {differing.map(([path, value]) => (
                <tr className="border-t border-line align-top" key={path}>
                  <th className="py-1 pe-3 text-start font-medium" scope="row">
                    {label(path)}
                  </th>
                  <td className="py-1 pe-3 break-words whitespace-pre-line">{words(path, value)}</td>
                  <td className="py-1 break-words whitespace-pre-line">{words(path, mine.get(path) ?? "")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Notice>
    </Focused>
  );
}

/** Takes the focus: who pressed the button below sees why nothing was saved. */
function Focused({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="rounded-10" ref={box} tabIndex={-1}>
      {children}
    </div>
  );
}

/** Every value of a form as text, by the path of its field. */
function flat(phase: TypedPhase): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (node: unknown, path: string) => {
    if (Array.isArray(node) && node.every((one) => typeof one === "string"))
      found.set(path, node.toSorted().join(", "));
    else if (typeof node === "object" && node !== null) {
      for (const [key, child] of Object.entries(node)) walk(child, path === "" ? key : `${path}.${key}`);
    } else if (path !== "moveNeighbours") found.set(path, node === true ? "✓" : node === false ? "" : String(node));
  };
  walk(phase, "");
  return found;
}
