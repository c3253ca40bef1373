"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState } from "react";
import { Card } from "@/components/ui/card";
import { fieldId } from "@/components/ui/field-id";
import { noAnswer } from "../../_components/form-answer";
import type { Signer } from "../../_components/restrictions/sign-line";
import { endEpisodeAction, type EndAnswer } from "../actions";
import { EndEpisodeForm } from "./end-episode-form";
import type { ShownEnd } from "./shown-end";

/** The summary and, beside it, the form that signs it. Another last day, or a record that went on, brings the summary anew and keeps what was typed. */
export function EndEpisode({
  first,
  ...of
}: {
  /** As the page was opened. */
  first: ShownEnd;
  patientId: string;
  signer: Signer;
  /** In which the patient reads. */
  language: string;
}) {
  const t = useTranslations("episodeEnd");
  const [answer, send, isPending] = useActionState(answered, { ...noAnswer, shown: null });
  const shown = answer.shown ?? first;
  return (
    <>
      <div className="min-w-0" id={fieldId("summary")} tabIndex={-1}>
        {shown.document}
      </div>
      <Card className="xl:sticky xl:top-24" title={t("title")}>
        <EndEpisodeForm
          {...of}
          answer={answer}
          end={send}
          isPending={isPending}
          show={(typed) => startTransition(() => send(typed))}
          shown={shown}
        />
      </Card>
    </>
  );
}

/** What was shown last stays until something newer comes. */
async function answered(before: EndAnswer, typed: FormData): Promise<EndAnswer> {
  const answer = await endEpisodeAction(typed);
  return { ...answer, shown: answer.shown ?? before.shown };
}
