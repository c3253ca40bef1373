import type { Metadata } from "next";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { loadCheckInResult } from "@/lib/records/check-ins/load-result";
import { PatientFrame } from "../../../_components/patient-frame";
import { CalmResult } from "./_components/calm-result";
import { UrgentResult } from "./_components/urgent-result";

/** The answer itself is the title; it is written beside it. */
export const metadata: Metadata = { title: null };

/** What a check-in means, and what to do now. The urgent answers stand alone: no header, no tab bar, no exercise. */
export default async function CheckInResultPage({ params }: { params: Promise<{ checkInId: string }> }) {
  const actor = await requireActor("patient");
  const { checkInId } = await params;
  const result = await orNotFound(actor, loadCheckInResult(actor, checkInId));
  if (result.level === "EMERGENCY" || result.level === "SAME_DAY_SURGEON") {
    return <UrgentResult clinic={actor.clinic} level={result.level} result={result} />;
  }
  return (
    <PatientFrame current="today">
      <CalmResult clinic={actor.clinic} level={result.level} now={new Date()} result={result} />
    </PatientFrame>
  );
}
