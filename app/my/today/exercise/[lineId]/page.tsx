import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/lib/access/read-actor";
import { loadToday } from "@/lib/records/today/load-today";
import { orProgram } from "../../../_components/or-program";
import { PatientFrame } from "../../../_components/patient-frame";
import { ExerciseHeader } from "./_components/exercise-header";
import { ExerciseInstructions } from "./_components/exercise-instructions";
import { NotForToday } from "./_components/not-for-today";
import { OneExercise, placeOf } from "./_components/one-exercise";

/** The exercise's name is the title; it is written beside its instructions. */
export const metadata: Metadata = { title: null };

type ExercisePageProps = { params: Promise<{ lineId: string }>; searchParams: Promise<{ after?: string | string[] }> };

/** One exercise: how to do it, when to stop, and what became of it. */
export default async function ExercisePage({ params, searchParams }: ExercisePageProps) {
  const actor = await requireActor("patient");
  const [{ lineId }, { after }] = await Promise.all([params, searchParams]);
  const { lines, notToday } = await orProgram(actor, loadToday(actor));
  const ofToday = lines.find(({ id }) => id === lineId);
  const ofAnotherDay = notToday.find(({ id }) => id === lineId);
  if (!ofToday && !ofAnotherDay) notFound();
  return (
    <PatientFrame
      current="today"
      header={<ExerciseHeader phone={actor.clinic.phone} place={ofToday ? placeOf(ofToday, lines) : null} />}
    >
      {ofToday && <OneExercise after={after} idempotencyKey={randomUUID()} line={ofToday} lines={lines} />}
      {ofAnotherDay && (
        <>
          <ExerciseInstructions line={ofAnotherDay} />
          <NotForToday nextOn={ofAnotherDay.nextOn} />
        </>
      )}
    </PatientFrame>
  );
}
