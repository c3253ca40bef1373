"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { sessionOn } from "@/lib/check-in/day-marks";
import { lastMarkedSession } from "@/lib/check-in/next-up";
import { MarkForm, type MarkFormProps } from "./mark-form";
import { MarkedRow } from "./marked-row";

/** What became of it: four ways to say so, and the way back. `doneId` is the id of the first, where the counter leads. */
export function ExerciseMarks({ doneId, ...form }: MarkFormProps & { doneId: string }) {
  const t = useTranslations("patient.exercise");
  const { marks } = form.line;
  const [session, last] = [sessionOn(marks), lastMarkedSession(marks)];
  const isOver = last === marks.length;
  return (
    <div className="mt-auto grid gap-3 pt-2">
      {last === null ? null : <MarkedRow {...form} session={last} />}
      {isOver ? null : (
        <MarkForm {...form} className="grid gap-3" session={session}>
          {(sending) => (
            <>
              {marks.length === 1 ? null : (
                <p>
                  {t("timeOfDay", { n: session, count: marks.length })} {last === session - 1 ? t("later") : null}
                </p>
              )}
              <Button
                className="min-h-14!"
                id={doneId}
                isPending={sending === "done"}
                isWide
                name="outcome"
                type="submit"
                value="done"
                variant="primary"
              >
                {t("done")}
              </Button>
              <div className="grid gap-3 xs:grid-cols-2">
                <Button
                  isPending={sending === "skipped-it-hurts"}
                  isWide
                  name="outcome"
                  type="submit"
                  value="skipped-it-hurts"
                >
                  <Icon name="hand" size={18} />
                  {t("hurts")}
                </Button>
                <Button isPending={sending === "too-easy"} isWide name="outcome" type="submit" value="too-easy">
                  {t("easy")}
                </Button>
              </div>
              <Button
                className="justify-self-center"
                isPending={sending === "could-not"}
                name="outcome"
                type="submit"
                value="could-not"
                variant="quiet"
              >
                {t("couldNot")}
              </Button>
            </>
          )}
        </MarkForm>
      )}
    </div>
  );
}
