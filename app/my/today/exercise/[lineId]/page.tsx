import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/lib/access/read-actor";
import { loadToday } from "@/lib/records/today/load-today";
import { orProgram } from "../../../_components/or-program";
import { PatientFrame } from "../../../_components/patient-frame";
import { ExerciseHeader } from "./_components/exercise-header";
import { ExerciseInstructions } from "./_components/exercise-instructions";
import { ExerciseMarks } from "./_components/exercise-marks";
import { NotForToday } from "./_components/not-for-today";
import { ExerciseProgress } from "./_components/exercise-progress";

/** The exercise's name is the title; it is written beside its instructions. */
export const metadata: Metadata = { title: null };

/** One exercise: how to do it, when to stop, and what became of it. */
export default async function ExercisePage({ params }: { params: Promise<{ lineId: string }> }) {
  const actor = await requireActor("patient");
  const { lineId } = await params;
  const { lines, notToday } = await orProgram(actor, loadToday(actor));
  const index = lines.findIndex(({ id }) => id === lineId);
  const ofToday = lines[index];
  const ofAnotherDay = notToday.find(({ id }) => id === lineId);
  const line = ofToday ?? ofAnotherDay;
  if (!line) notFound();
  return (
    <PatientFrame
      current="today"
      header={
        <ExerciseHeader phone={actor.clinic.phone} place={ofToday ? { n: index + 1, count: lines.length } : null} />
      }
    >
      {ofToday && <ExerciseProgress current={index} lines={lines} />}
      <ExerciseInstructions line={line} />
      {ofToday && <ExerciseMarks idempotencyKey={randomUUID()} line={ofToday} />}
      {ofAnotherDay && <NotForToday nextOn={ofAnotherDay.nextOn} />}
    </PatientFrame>
  );
}
