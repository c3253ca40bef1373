import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { SessionPath } from "@/components/shell/patient-shell";
import { requireActor } from "@/lib/access/read-actor";
import { loadCheckInForm } from "@/lib/records/check-ins/load-form";
import { stages } from "@/lib/clinical/triage-content";
import { orProgram } from "../../_components/or-program";
import { PatientFrame } from "../../_components/patient-frame";
import { CheckInSteps } from "./_components/check-in-steps";
import { shownSteps } from "./_components/shown-steps";

/** The form writes the title itself: it says "Error:" when something is missing, with and without JavaScript. */
export const metadata: Metadata = { title: null };

const search = z.object({ stage: z.enum(stages).default("before"), corrects: z.uuid().optional() });

/** The check-in of one stage, one task per screen. */
export default async function CheckInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor("patient");
  const asked = search.safeParse(await searchParams).data;
  if (!asked) notFound();
  const { stage, corrects = null } = asked;
  const form = await orProgram(actor, loadCheckInForm(actor, stage));
  const part = stage === "skip" ? "exercises" : stage === "before" || stage === "full" ? "checkIn" : "afterwards";
  return (
    <PatientFrame current="today">
      <SessionPath current={part} />
      <CheckInSteps
        corrects={corrects}
        idempotencyKey={randomUUID()}
        region={form.context.region}
        stage={stage}
        steps={shownSteps(form.steps, await getLocale())}
      />
    </PatientFrame>
  );
}
