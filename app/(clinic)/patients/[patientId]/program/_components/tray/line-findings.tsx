"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FindingList } from "@/components/clinical/finding-list";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import type { Finding } from "@/lib/clinical/finding";
import type { HeldBack } from "@/lib/clinical/signing";
import type { Draft } from "@/lib/draft/draft";
import { useBuilderScreen } from "../builder-screen";
import { onDemand } from "../on-demand";
import type { WaysOutProps } from "./ways-out";

type Line = Draft["lines"][number];
const waysOut = onDemand<WaysOutProps>(() => import("./ways-out").then(({ WaysOut }) => WaysOut));

/** What the rules say of a line, worst first, with the ways out of a block and the reason that an override needs. */
export function LineFindings({
  line,
  name,
  findings,
  heldBack,
}: {
  line: Line;
  name: string;
  findings: readonly Finding[];
  heldBack: HeldBack | null;
}) {
  const t = useTranslations("program");
  const { change, sources, signer } = useBuilderScreen();
  const [isWriting, setWriting] = useState(false);
  if (findings.length === 0) return null;
  const isBlocked = heldBack === null && findings.some(({ severity }) => severity === "block");
  const needsReason = findings.some(({ severity }) => severity === "override");
  const reason = line.overrideReason;
  const isQuoted = needsReason && reason !== null && !isWriting;
  return (
    <div className="mt-1.5 mb-0.5 grid gap-1.5 @min-[27rem]:ms-14">
      <FindingList
        actions={isBlocked ? <waysOut.Part findings={findings} line={line} name={name} /> : undefined}
        areSourcesApart
        findings={findings}
        reason={isQuoted ? { text: reason, by: signer } : undefined}
        sources={sources}
      />
      {isQuoted ? (
        <div>
          <Button
            aria-label={t("line.editReason", { name })}
            onClick={() => setWriting(true)}
            size="small"
            variant="quiet"
          >
            {t("line.editReasonWord")}
          </Button>
        </div>
      ) : null}
      {needsReason && !isQuoted ? (
        <TextArea
          autoFocus={isWriting}
          error={reason ? undefined : t("reasonNeeded")}
          hint={t("reasonHint")}
          label={t("reason", { name })}
          maxLength={500}
          name={`reason-${line.id}`}
          onBlur={() => setWriting(false)}
          onChange={(event) => {
            setWriting(true);
            const overrideReason = event.target.value.trimStart() || null;
            change({ kind: "edit", id: line.id, line: { overrideReason } }, `reason-${line.id}`);
          }}
          rows={2}
          value={reason ?? ""}
        />
      ) : null}
    </div>
  );
}
