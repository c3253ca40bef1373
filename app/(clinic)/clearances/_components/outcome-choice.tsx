"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { Shape } from "@/components/clinical/shape";
import { RadioGroup } from "@/components/ui/choice-groups";
import { Icon } from "@/components/ui/icon";
import { KeyHint } from "@/components/ui/key-hint";
import { isGrant, type DecisionOutcome } from "@/lib/schemas/clearance";
import type { FormValues } from "./decision-values";

/** The outcomes that the state allows; the keys 1 to 4 choose while the group's line listens. */
export function OutcomeChoice({
  at,
  outcomes,
  error,
  hint,
  label,
  isRenewal = false,
  isCompact = false,
}: {
  at: number;
  outcomes: readonly DecisionOutcome[];
  error: string | undefined;
  hint?: string | undefined;
  label: string;
  /** A grant stands already. */
  isRenewal?: boolean;
  /** Among other lines: chips without keys. */
  isCompact?: boolean;
}) {
  const t = useTranslations("clearances.decide");
  const { register } = useFormContext<FormValues>();
  const boxes = outcomes.length > 1 ? "grid gap-2 sm:grid-cols-2 xl:grid-cols-[1fr_1.3fr_1fr_1fr]" : "grid";
  return (
    <RadioGroup
      choices={outcomes.map((outcome, index) => ({
        value: outcome,
        label: isRenewal && isGrant(outcome) ? t(`renewal.${outcome}`) : t(outcome),
        start: outcome === "returned" ? <Icon name="message" /> : <Shape name={outcome} size={isCompact ? 14 : 18} />,
        ...(isCompact ? {} : { end: <KeyHint>{index + 1}</KeyHint> }),
      }))}
      error={error}
      hint={hint}
      label={label}
      look={isCompact ? "chip" : "box"}
      rowsClass={isCompact ? "flex flex-wrap gap-1.5" : boxes}
      {...register(`lines.${at}.outcome`)}
    />
  );
}
