import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FieldError } from "@/components/ui/field-error";
import type { DayMarks } from "@/lib/check-in/day-marks";
import type { Outcome } from "@/lib/schemas/outcomes";
import { markOwnExercise } from "../actions";
import { type GoOn, useMark } from "./use-mark";

export type MarkFormProps = {
  line: { id: string; marks: DayMarks };
  /** The day's exercises: what comes next is one of them. */
  lines: readonly { id: string; marks: DayMarks }[];
  /** For a browser without JavaScript: one answer of this page counts once. */
  idempotencyKey: string;
  goOn?: GoOn | undefined;
};

/** A form whose buttons, named `outcome`, mark a session of an exercise: with JavaScript through the queue, without it by the server's action. */
export function MarkForm({
  line,
  lines,
  idempotencyKey,
  goOn,
  session,
  className,
  children,
}: MarkFormProps & { session: number; className: string; children: (sending: Outcome | null) => ReactNode }) {
  const t = useTranslations("patient.exercise");
  const { submit, sending, trouble } = useMark(line.id, lines, goOn);
  return (
    <form action={markOwnExercise} className={className} onSubmit={submit}>
      <input name="lineId" type="hidden" value={line.id} />
      <input name="session" type="hidden" value={session} />
      <input name="idempotencyKey" type="hidden" value={idempotencyKey} />
      {children(sending)}
      {trouble === null ? null : (
        <div className="basis-full" ref={bringIntoView} role="alert">
          <FieldError id={`mark-${session}`}>{t(trouble)}</FieldError>
        </div>
      )}
    </form>
  );
}

/** Below the last button it may lie outside of a small screen. */
function bringIntoView(trouble: HTMLElement | null): void {
  trouble?.scrollIntoView({ block: "nearest" });
}
