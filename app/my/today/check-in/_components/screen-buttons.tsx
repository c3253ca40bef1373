import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormQuestion } from "@/lib/check-in/form-steps";
import { quietRest } from "@/lib/check-in/next-step";

type Place = { step: number; count: number };

/** The ways on from a screen: everything untouched answered quietly, in one tap; or onwards with what was chosen; or back. */
export function ScreenButtons({
  questions,
  place: { step, count },
  isSending,
}: {
  questions: readonly FormQuestion[];
  place: Place;
  /** The browser sends the last screen. */
  isSending: boolean;
}) {
  const t = useTranslations("patient.checkIn");
  const rest = quietRest(questions) === null ? null : restOf(questions);
  const onwards = t(step + 1 < count ? "continue" : "send");
  return (
    <div className="mt-auto grid gap-2">
      {/* The form's first button is the one that Enter presses: it never answers what nobody chose. */}
      <button aria-hidden="true" className="hidden" name="go" tabIndex={-1} type="submit" value="on" />
      {rest === null ? null : (
        <SendButton isSending={isSending} value="rest" variant="primary">
          {rest === "hours" ? (
            t("rest.hours")
          ) : (
            <>
              <span className="group-has-[:checked]/form:hidden">{t(`rest.${rest}`)}</span>
              <span className="hidden group-has-[:checked]/form:inline">{t(`rest.${rest}Else`)}</span>
            </>
          )}
        </SendButton>
      )}
      <SendButton isSending={isSending} value="on" variant={rest === null ? "primary" : "secondary"}>
        {onwards}
      </SendButton>
      <div className="flex items-center justify-between gap-3 text-16 text-ink-2">
        {step === 0 ? (
          <span />
        ) : (
          <button className="link min-h-11 font-medium" name="go" type="submit" value="back">
            {t("back")}
          </button>
        )}
        <span>{t("screens", { n: String(step + 1), count: String(count) })}</span>
      </div>
    </div>
  );
}

function SendButton({
  isSending,
  ...props
}: {
  isSending: boolean;
  value: "on" | "rest";
  variant: "primary" | "secondary";
  children: ReactNode;
}) {
  if (isSending) return <Button {...props} isPending isWide name="go" type="submit" />;
  return <SubmitButton {...props} isWide name="go" />;
}

/** What the button says for the whole screen. */
function restOf(questions: readonly FormQuestion[]): "hours" | "signs" | "usual" {
  if (questions.some(({ kind }) => kind === "number")) return "hours";
  return questions.every(({ kind }) => kind === "signs") ? "signs" : "usual";
}
