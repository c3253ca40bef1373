"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useErrorWords } from "@/components/ui/form-errors";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import type { ActionResult } from "@/lib/action";
import type { OneOutcome } from "@/lib/records/proposals/one-by-one";
import { signSeveralAction } from "../actions";
import { DismissDialog } from "./dismiss-dialog";
import { Outcomes, type Told } from "./outcomes";
import { ProposalRow } from "./proposal-row";

export type ShownProposal = {
  programId: string;
  version: number;
  follows: number;
  /** Of the patient. */
  name: string;
  isSignable: boolean;
  head: ReactNode;
  body: ReactNode;
};

/** The drafts, each to be opened and ticked as read; what is read is signed with one password or dismissed for one reason. `children` where none is. */
export function ProposalsForm({
  items,
  signer,
  children,
}: {
  items: readonly ShownProposal[];
  signer: { name: string; demoPassword: string | null };
  children: ReactNode;
}) {
  const t = useTranslations("proposals");
  const words = useErrorWords();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<Told | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const [isSigning, setSigning] = useState(false);
  const [isDismissing, setDismissing] = useState(false);
  const read = items.filter((item) => ticked.has(keyOf(item)));
  const toSign = read.filter(({ isSignable }) => isSignable);
  const tick = (item: ShownProposal, isRead: boolean) => {
    const next = new Set(ticked);
    if (isRead) next.add(keyOf(item));
    else next.delete(keyOf(item));
    setTicked(next);
  };
  const say = (act: Told["act"], result: ActionResult<OneOutcome[]>, of: readonly ShownProposal[]) => {
    setFailed(null);
    setError(undefined);
    if (result.status === "done") {
      const outcomes = result.value.map((outcome) => ({
        ...outcome,
        name: of.find(({ programId }) => programId === outcome.programId)?.name ?? "",
      }));
      setTold({ act, outcomes });
      setTicked(new Set());
    } else if (result.status === "invalid") setError(result.fields["password"] ?? "required");
    else if (result.status === "too-many")
      setFailed(t("failed.tooMany", { minutes: Math.ceil(result.retryAfterSec / 60) }));
    else setFailed(t("failed.refused"));
  };
  const sign = async (form: HTMLFormElement) => {
    const password = new FormData(form).get("password");
    if (toSign.length === 0 || typeof password !== "string") return;
    setSigning(true);
    const result = await signSeveralAction({ drafts: toSign.map(draftOf), password });
    setSigning(false);
    if (result.status === "done") form.reset();
    say("sign", result, toSign);
  };
  return (
    <div className="grid gap-3">
      {told === null ? null : <Outcomes told={told} />}
      {items.length === 0 ? (
        children
      ) : (
        <form
          aria-label={t("form")}
          className="grid gap-3"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void sign(event.currentTarget);
          }}
        >
          <ol className="grid gap-2">
            {items.map((item) => (
              <ProposalRow
                isRead={ticked.has(keyOf(item))}
                item={item}
                key={keyOf(item)}
                onRead={(isRead) => tick(item, isRead)}
              />
            ))}
          </ol>
          <div className="sticky bottom-0 z-10 -mx-6 grid items-end gap-3 bg-surface px-6 py-3 shadow-bar max-md:static max-md:-mx-4 max-md:px-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,300px)_auto_auto]">
            {failed === null ? null : (
              <div className="sm:col-span-4">
                <Notice isLive title={failed} tone="stop" />
              </div>
            )}
            <p aria-live="polite" className="self-center font-semibold">
              {read.length === 0 ? t("nothingRead") : t("readCount", { count: read.length, all: items.length })}
            </p>
            <TextField
              autoComplete="current-password"
              error={error === undefined ? undefined : words(error)}
              hint={signer.demoPassword === null ? undefined : t("demoHint", { password: signer.demoPassword })}
              label={t("password")}
              name="password"
              type="password"
            />
            <Button className="min-h-10 px-4" disabled={read.length === 0} onClick={() => setDismissing(true)}>
              {t("dismiss", { count: read.length })}
            </Button>
            <Button
              className="min-h-10 px-4"
              disabled={toSign.length === 0}
              isPending={isSigning}
              type="submit"
              variant="primary"
            >
              <Icon name="finger" />
              {t("sign", { count: toSign.length })}
            </Button>
          </div>
        </form>
      )}
      {isDismissing ? (
        <DismissDialog
          drafts={read.map(draftOf)}
          onAnswer={(result) => {
            setDismissing(false);
            say("dismiss", result, read);
          }}
          close={() => setDismissing(false)}
        />
      ) : null}
    </div>
  );
}

/** A draft that changed meanwhile is another one to read. */
function keyOf({ programId, version, follows }: ShownProposal): string {
  return `${programId} ${follows} ${version}`;
}

function draftOf({ programId, version, follows }: ShownProposal) {
  return { programId, version, follows };
}
