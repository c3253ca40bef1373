import { useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { sessionOn } from "@/lib/check-in/day-marks";
import type { TodayLine } from "@/lib/records/today/load-today";
import { isMarked } from "../../../_components/part-of-session";
import { markOwnExercise } from "../actions";

/** What became of it: three ways to say so, and the way back. Plain buttons of one form. */
export function ExerciseMarks({ line, idempotencyKey }: { line: TodayLine; idempotencyKey: string }) {
  const t = useTranslations("patient.exercise");
  const marks = useTranslations("patient.today.marks");
  return (
    <form action={markOwnExercise} className="mt-auto grid gap-3 pt-2">
      <input name="lineId" type="hidden" value={line.id} />
      <input name="session" type="hidden" value={sessionOn(line.marks)} />
      <input name="idempotencyKey" type="hidden" value={idempotencyKey} />
      {isMarked(line) ? (
        <>
          <p className="flex items-center gap-2 font-semibold">
            <Shape name="done" size={22} />
            {t("marked", { mark: marks(line.mark ?? "not-done") })}
          </p>
          <Button isWide name="outcome" type="submit" value="not-done">
            {t("takeBack")}
          </Button>
        </>
      ) : (
        <>
          <Button isWide name="outcome" type="submit" value="done" variant="primary">
            {t("done")}
          </Button>
          <div className="grid gap-3 xs:grid-cols-2">
            <Button isWide name="outcome" type="submit" value="skipped-it-hurts">
              <Icon name="hand" size={18} />
              {t("hurts")}
            </Button>
            <Button isWide name="outcome" type="submit" value="too-easy">
              {t("easy")}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
