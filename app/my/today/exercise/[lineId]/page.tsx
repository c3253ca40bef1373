import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AppLink } from "@/components/ui/app-link";
import { Icon } from "@/components/ui/icon";
import { requireActor } from "@/lib/access/read-actor";
import { loadToday } from "@/lib/records/today/load-today";
import { orProgram } from "../../../_components/or-program";
import { PatientFrame } from "../../../_components/patient-frame";
import { telephoneOf } from "../../../_components/telephone";
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
  const t = await getTranslations("patient.exercise");
  return (
    <PatientFrame
      current="today"
      header={
        <div className="flex flex-1 flex-wrap items-center justify-between gap-x-3 text-16">
          <AppLink className="link inline-flex min-h-11 items-center gap-1" href="/my/today">
            <Icon name="left" size={18} />
            {t("list")}
          </AppLink>
          {ofToday && <span className="font-semibold">{t("place", { n: index + 1, count: lines.length })}</span>}
          <AppLink
            className="link inline-flex min-h-11 items-center"
            href={`tel:${telephoneOf(actor.clinic.phone).number}`}
          >
            {t("help")}
          </AppLink>
        </div>
      }
    >
      {ofToday && <ExerciseProgress current={index} lines={lines} />}
      <ExerciseInstructions line={line} />
      {ofToday && <ExerciseMarks idempotencyKey={randomUUID()} line={ofToday} />}
      {ofAnotherDay && <NotForToday nextOn={ofAnotherDay.nextOn} />}
    </PatientFrame>
  );
}
