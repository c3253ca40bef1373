import { goesOnToOtherSide } from "@/lib/clinical/steps-for-side";
import { sessionOn } from "@/lib/check-in/day-marks";
import { linesOfSession } from "@/lib/check-in/next-up";
import type { TodayLine } from "@/lib/records/today/load-today";
import { isMarked } from "../../../_components/part-of-session";
import { ExerciseInstructions } from "./exercise-instructions";
import { ExerciseMarks } from "./exercise-marks";
import { ExercisePlayer } from "./exercise-player";
import { ExerciseProgress } from "./exercise-progress";
import { JustMarked } from "./just-marked";
import type { MarkFormProps } from "./mark-form";

const doneId = "done-with-this";

/**
 * One of the day's exercises, with network and without: how far one is, how it is done, the counter, and what became of it.
 * @param props.after the exercise that was marked just before, by the address
 */
export function OneExercise({
  line,
  lines,
  after,
  ...form
}: Pick<MarkFormProps, "idempotencyKey" | "goOn"> & {
  line: TodayLine;
  lines: readonly TodayLine[];
  after?: string | string[] | undefined;
}) {
  const session = sessionOn(line.marks);
  // What is done for today is not counted again.
  const isOver = isMarked(line);
  return (
    <>
      <ExerciseProgress current={line} lines={linesOfSession(lines, session)} session={session} />
      {after === line.id ? null : <JustMarked {...form} after={after} lines={lines} />}
      <ExerciseInstructions line={line} />
      {isOver ? null : (
        <ExercisePlayer
          dosage={line.dosage}
          doneId={doneId}
          goesOnToOtherSide={goesOnToOtherSide(line.texts.steps)}
          key={`counter ${line.id}`}
        />
      )}
      <ExerciseMarks
        {...form}
        doneId={doneId}
        key={`marks ${line.id} ${line.marks.join(" ")}`}
        line={{ id: line.id, marks: line.marks }}
        lines={lines.map(({ id, marks }) => ({ id, marks }))}
      />
    </>
  );
}

/** Where an exercise stands among those of its session: "Exercise 2 of 5". */
export function placeOf(line: TodayLine, lines: readonly TodayLine[]): { n: number; count: number } {
  const ofSession = linesOfSession(lines, sessionOn(line.marks));
  return { n: ofSession.findIndex(({ id }) => id === line.id) + 1, count: ofSession.length };
}
