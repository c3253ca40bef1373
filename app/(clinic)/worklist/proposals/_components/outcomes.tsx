"use client";

import { useTranslations } from "next-intl";
import { FindingList } from "@/components/clinical/finding-list";
import { Shape } from "@/components/clinical/shape";
import { Card } from "@/components/ui/card";
import type { OneOutcome } from "@/lib/records/proposals/one-by-one";

/** What became of several drafts, with the patient of each. */
export type Told = { act: "sign" | "dismiss"; outcomes: (OneOutcome & { name: string })[] };

/** One line for each draft: done, or why not. */
export function Outcomes({ told: { act, outcomes } }: { told: Told }) {
  const t = useTranslations("proposals.outcomes");
  const done = outcomes.filter(({ outcome }) => outcome === "done").length;
  return (
    <div role="status">
      <Card title={t(act, { count: done, all: outcomes.length })}>
        <ul className="grid gap-1">
          {outcomes.map((one) => (
            <li className="flex items-start gap-1.5" key={one.programId}>
              <Shape className="mt-0.5 flex-none" name={one.outcome === "done" ? "granted" : "caution"} />
              <div className="min-w-0">
                <strong className="font-semibold">{one.name}:</strong>{" "}
                {one.outcome === "done"
                  ? t(act === "sign" ? "signed" : "dismissed", { number: one.number ?? 0 })
                  : one.outcome === "refused"
                    ? t("refused", { reason: one.reason })
                    : t(one.outcome)}
                {one.outcome === "refused" && one.findings.length > 0 ? <FindingList findings={one.findings} /> : null}
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
