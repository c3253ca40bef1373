"use client";

import { useLocale, useTranslations } from "next-intl";
import { type SyntheticEvent, useState } from "react";
import { unverifiedSource } from "@/components/clinical/unverified-mark";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/choice-groups";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useErrorWords } from "@/components/ui/form-errors";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { isLive } from "@/lib/clinical/clearance";
import { clearanceKeys, type ClearanceKey } from "@/lib/clinical/facts";
import type { Finding } from "@/lib/clinical/finding";
import { entryKeys } from "@/lib/clinical/needed-keys";
import type { SigningResult } from "@/lib/clinical/signing";
import { clearanceWords } from "@/lib/clinical/words";
import type { ProgramPage } from "@/lib/records/programs/load-program";
import type { DraftLine } from "@/lib/schemas/program";
import { signRevisionAction } from "../actions";

/** What is signed, for whom, by whom; what the program waits for is asked of the surgeon in the same act. */
export function SignDialog(props: {
  page: ProgramPage;
  lines: readonly DraftLine[];
  answer: SigningResult;
  version: number;
  phaseNow: number;
  patientName: string;
  signer: string;
  demoPassword: string | null;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const { page, lines, answer, phaseNow } = props;
  const t = useTranslations("program.sign");
  const status = useTranslations("status");
  const locale = useLocale();
  const errorWords = useErrorWords();
  const [errors, setErrors] = useState<{ name?: string; message: string }[]>([]);
  const [isPending, setPending] = useState(false);
  const waiting = waitingKeys(page, lines, answer, phaseNow);
  const number = (page.currentRevision ?? 0) + 1;
  const inPhase = answer.lines.filter((line) => line.phase === phaseNow);
  const open = inPhase.filter((line) => line.heldBack === null).length;

  async function sign(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    setErrors([]);
    const result = await signRevisionAction({
      programId: page.programId,
      version: props.version,
      askFor: form.getAll("askFor"),
      question: form.get("question") ?? "",
      password: form.get("password"),
    });
    setPending(false);
    if (result.status === "done") props.onOpenChange(false);
    else if (result.status === "invalid") {
      setErrors(
        Object.entries(result.fields).map(([name, key]) => ({
          name,
          message: `${name === "password" ? t("password") : t("line")}: ${errorWords(key)}`,
        })),
      );
    } else if (result.status === "refused" && result.reason === "defaultsNotReviewed") {
      setErrors([{ message: t("defaultsNotReviewed") }]);
    } else if (result.status === "refused") {
      setErrors([{ message: t("refused") }, ...result.findings.map(inWords)]);
    } else if (result.status === "conflict") setErrors([{ message: t("conflict") }]);
    else if (result.status === "too-many")
      setErrors([{ message: t("tooMany", { minutes: Math.ceil(result.retryAfterSec / 60) }) }]);
    else setErrors([{ message: t("gone") }]);
  }

  /** The finding itself stands beside its line, with its sources; here the mark is a word. */
  function inWords({ because, source }: Finding): { message: string } {
    const mark = source.includes(unverifiedSource) ? ` (${status("unverified.word")})` : "";
    return { message: `${because[locale]}${mark}` };
  }

  const passwordError = errors.find(({ name }) => name === "password")?.message;
  return (
    <Dialog
      actions={(close) => (
        <>
          <Button form="sign-revision" isPending={isPending} type="submit" variant="primary">
            {t("submit", { name: props.signer })}
          </Button>
          <Button onClick={close}>{t("notNow")}</Button>
        </>
      )}
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      title={t("title", { number, name: props.patientName })}
    >
      <form className="grid gap-3" id="sign-revision" noValidate onSubmit={(event) => void sign(event)}>
        <ErrorSummary errors={errors} />
        <p>
          {t("effect", {
            name: props.patientName,
            open,
            waiting: inPhase.length - open,
            later: answer.lines.length - inPhase.length,
          })}
        </p>
        {waiting.length > 0 ? (
          <>
            <CheckboxGroup
              choices={waiting.map((key) => ({ value: key, label: asTitle(clearanceWords[key][locale]) }))}
              defaultValues={waiting}
              hint={t("askHint")}
              label={t("ask", { surgeon: page.surgeon })}
              name="askFor"
            />
            <TextArea isOptional label={t("question")} maxLength={500} name="question" rows={2} />
          </>
        ) : null}
        <TextField
          autoComplete="current-password"
          error={passwordError}
          hint={props.demoPassword === null ? undefined : t("demoPassword", { password: props.demoPassword })}
          label={t("password")}
          name="password"
          type="password"
        />
      </form>
    </Dialog>
  );
}

/** Keys that the phase in hand or its lines wait for, and that nobody has been asked for yet. */
function waitingKeys(
  page: ProgramPage,
  lines: readonly DraftLine[],
  answer: SigningResult,
  phaseNow: number,
): ClearanceKey[] {
  const { protocol, today, clearances = [] } = page.situation;
  const needed = new Set([
    ...entryKeys(protocol, phaseNow, page.content),
    ...answer.lines.flatMap((line, index) => (lines[index]?.phase === phaseNow ? (line.heldBack?.keys ?? []) : [])),
  ]);
  const standing = (key: ClearanceKey) =>
    clearances.some(
      (clearance) =>
        clearance.key === key && (isLive(clearance, today) || ["requested", "under-review"].includes(clearance.status)),
    );
  return clearanceKeys.filter((key) => needed.has(key) && !standing(key));
}

function asTitle(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
