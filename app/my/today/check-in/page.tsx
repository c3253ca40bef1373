import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { SessionPath } from "@/components/shell/patient-shell";
import { requireActor } from "@/lib/access/read-actor";
import { stages } from "@/lib/clinical/triage-content";
import { addDays } from "@/lib/dates";
import { loadCheckInForm } from "@/lib/records/check-ins/load-form";
import { orProgram } from "../../_components/or-program";
import { PatientFrame } from "../../_components/patient-frame";
import { skippedOf } from "../exercise/[lineId]/_components/addresses";
import { UndoSkip } from "../exercise/[lineId]/_components/undo-skip";
import { CheckInSteps } from "./_components/check-in-steps";
import { TooLate } from "./_components/too-late";

/** The form writes the title itself: it says "Error:" when something is missing, with and without JavaScript. */
export const metadata: Metadata = { title: null };

const search = z.object({
  stage: z.enum(stages).default("before"),
  corrects: z.uuid().optional(),
  /** The questions afterwards, about the day before. */
  of: z.literal("yesterday").optional(),
  /** The exercise that was skipped just before, and for which session. */
  after: z.uuid().nullable().default(null).catch(null),
  session: z.string().nullable().default(null).catch(null),
});

/** The check-in of one stage, one task per screen. */
export default async function CheckInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor("patient");
  const asked = search.safeParse(await searchParams).data;
  if (!asked) notFound();
  const { stage, corrects, of } = asked;
  const skipped = stage === "skip" ? skippedOf(asked.after, asked.session) : null;
  const form = await orProgram(actor, loadCheckInForm(actor, stage, { corrects }));
  const wrong = form.correction;
  const part = stage === "skip" ? "exercises" : stage === "before" || stage === "full" ? "checkIn" : "afterwards";
  if (wrong !== null && wrong.refusal !== null) {
    return (
      <PatientFrame current="today">
        <TooLate clinic={actor.clinic} why={wrong.refusal} />
      </PatientFrame>
    );
  }
  return (
    <PatientFrame current="today">
      {skipped === null ? null : <UndoSkip idempotencyKey={randomUUID()} skipped={skipped} />}
      <SessionPath current={part} />
      <CheckInSteps
        clinic={clinicContact(actor, form.crisisPhone)}
        corrects={corrects === undefined ? null : { checkInId: corrects, isHeld: wrong?.isHeld ?? false }}
        idempotencyKey={randomUUID()}
        onDay={of === undefined || corrects !== undefined ? null : addDays(form.day, -1)}
        region={form.context.region}
        stage={stage}
        steps={form.steps}
      />
    </PatientFrame>
  );
}

/** Only what the browser needs of the clinic. */
function clinicContact({ clinic }: Awaited<ReturnType<typeof requireActor>>, crisisPhone: string | null) {
  const { phone, emergencyNumber, timeZone } = clinic;
  return { phone, emergencyNumber, timeZone, crisisPhone };
}
