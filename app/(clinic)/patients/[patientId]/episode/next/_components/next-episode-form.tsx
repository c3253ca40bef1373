"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { flatErrors } from "@/components/ui/form-errors";
import { Notice } from "@/components/ui/notice";
import type { ConditionEntry } from "@/lib/clinical/condition-search";
import type { NextEpisode } from "@/lib/records/episodes/end/load-next-episode";
import { nextEpisodeSchema, type NextEpisodeInput } from "@/lib/schemas/episode-end";
import { EpisodeFields } from "../../../../new/_components/episode-fields";
import { ProtocolChoice } from "../../../../new/_components/protocol-choice";
import { ServerErrors, useFieldWords } from "../../../../new/_components/use-field-words";
import type { Signer } from "../../_components/restrictions/sign-line";
import { nextEpisodeAction } from "../actions";
import { CarryOver, carried } from "./carry-over";
import { EndingFields } from "./ending-fields";

export type NextEpisodeValues = z.input<typeof nextEpisodeSchema>;
export type NextEpisodeProps = Pick<NextEpisode, "options" | "carry"> & {
  patientId: string;
  conditions: readonly ConditionEntry[];
  massUnit: "kg" | "lb";
  signer: Signer;
  /** The episode that ends with it, as it was read. */
  open: { version: number; summarySha256: string; document: ReactNode } | null;
};

/** What is signed is the summary on the page, which comes anew where the record went on after the form was begun. */
function asShown(ending: NextEpisodeInput["ending"], open: NextEpisodeProps["open"]): NextEpisodeInput["ending"] {
  return ending && open && { ...ending, version: open.version, summarySha256: open.summarySha256 };
}

/** The parts of admission that are about the treatment, what is carried over, and the end of what ran before. */
export function NextEpisodeForm({ patientId, options, conditions, carry, massUnit, signer, open }: NextEpisodeProps) {
  const t = useTranslations("episodeEnd.next");
  const words = useFieldWords();
  const router = useRouter();
  const [serverErrors, setServerErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [only] = options.surgeons.length === 1 ? options.surgeons : [];
  const form = useForm<NextEpisodeValues, unknown, NextEpisodeInput>({
    resolver: zodResolver(nextEpisodeSchema),
    shouldFocusError: false,
    defaultValues: {
      patientId,
      episode: {
        ...{ levels: [], alsoFollows: [], pathwayStart: null },
        ...{ conditions: carry.conditions, restrictions: carry.restrictions.map(carried) },
        surgeonId: only?.id ?? "",
      },
      ending: open && { version: open.version, summarySha256: open.summarySha256, reason: "", password: "" },
    },
  });
  const { errors, isSubmitting } = form.formState;
  const begin = form.handleSubmit(async (values) => {
    setFailure(null);
    setServerErrors({});
    const result = await nextEpisodeAction({ ...values, ending: asShown(values.ending, open) });
    if (result.status === "done") router.push(`/patients/${patientId}/program`);
    else if (result.status === "invalid") setServerErrors(result.fields);
    else if (result.status === "refused" && result.reason === "suspendedStill") setFailure(t("suspended"));
    else setFailure(t(result.status === "conflict" ? "conflict" : "notSaved"));
  });
  const summary = Object.entries({ ...serverErrors, ...flatErrors(errors) }).map(([name, message]) => ({
    name,
    message: words.summary(name, message),
  }));
  return (
    <FormProvider {...form}>
      <ServerErrors.Provider value={serverErrors}>
        <form className="grid gap-4" noValidate onSubmit={(event) => void begin(event)}>
          <ErrorSummary errors={summary} />
          {failure === null ? null : <Notice isLive title={failure} tone="stop" />}
          <CarryOver carry={carry} conditions={conditions} massUnit={massUnit} />
          <EpisodeFields conditions={conditions} options={options} />
          <ProtocolChoice options={options} />
          {open === null ? null : <EndingFields document={open.document} signer={signer} />}
          <div>
            <Button isPending={isSubmitting} type="submit" variant="primary">
              {open === null ? t("open") : t("sign", { name: signer.name })}
            </Button>
          </div>
        </form>
      </ServerErrors.Provider>
    </FormProvider>
  );
}
