"use client";

import { useActionState, type ReactNode } from "react";
import { useErrorWords } from "@/components/ui/form-errors";
import { Disclosure } from "@/components/ui/small-parts";
import { SubmitButton } from "@/components/ui/submit-button";
import { AnswerNotice } from "./answer-notice";
import { noAnswer, type PhaseAnswer } from "./phase-answer";

type FieldState = { name: string; error: string | undefined; defaultValue: string | undefined };

/** A decision about a program that opens on demand: its fields, what follows, its answer. Works without JavaScript. */
export function StepForm({
  action,
  programId,
  version,
  title,
  consequence,
  submit,
  done,
  labels,
  children,
}: {
  action: (before: unknown, form: unknown) => Promise<PhaseAnswer>;
  programId: string;
  version: number;
  title: string;
  /** What follows for the patient. */
  consequence: string;
  submit: string;
  done: string;
  /** Of the fields, by their names. */
  labels: Readonly<Record<string, string>>;
  children: (field: (name: string) => FieldState) => ReactNode;
}) {
  const [answer, act] = useActionState(action, noAnswer);
  const words = useErrorWords();
  const field = (name: string): FieldState => {
    const wrong = answer.fields[name];
    return { name, error: wrong === undefined ? undefined : words(wrong), defaultValue: answer.sent[name] };
  };
  return (
    <div className="grid gap-2">
      <AnswerNotice answer={answer} done={done} labels={labels} />
      <Disclosure isOpen={answer.status !== "none" && answer.status !== "done"} key={version} summary={title}>
        <form
          action={act}
          aria-label={title}
          className="grid gap-3 rounded-6 border border-line bg-inset p-3"
          noValidate
        >
          <input name="programId" type="hidden" value={programId} />
          <input name="version" type="hidden" value={version} />
          {children(field)}
          <p>{consequence}</p>
          <div>
            <SubmitButton variant="secondary">{submit}</SubmitButton>
          </div>
        </form>
      </Disclosure>
    </div>
  );
}
