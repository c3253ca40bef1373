import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import type { Actor } from "@/lib/access/actor";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { NotFound } from "@/lib/errors";
import { loadCheckInResult } from "@/lib/records/check-ins/load-result";
import { loadOwnAside } from "@/lib/records/reports/load-own-aside";
import { PatientFrame } from "../../../_components/patient-frame";
import { UnsentResult } from "../_components/unsent-result";
import { CalmResult } from "./_components/calm-result";
import { UrgentResult } from "./_components/urgent-result";

/** The answer itself is the title; it is written beside it. */
export const metadata: Metadata = { title: null };

/** What a check-in means, and what to do now. The urgent answers stand alone: no header, no tab bar, no exercise. */
export default async function CheckInResultPage({ params }: { params: Promise<{ checkInId: string }> }) {
  const actor = await requireActor("patient");
  const { checkInId } = await params;
  const result = await loadCheckInResult(actor, checkInId).catch(nullIfNotHere);
  if (result === null) return <Kept actor={actor} reportKey={checkInId} />;
  if (result.level === "EMERGENCY" || result.level === "SAME_DAY_SURGEON") {
    return <UrgentResult clinic={actor.clinic} level={result.level} result={result} />;
  }
  return (
    <PatientFrame current="today">
      <CalmResult clinic={actor.clinic} level={result.level} now={new Date()} result={result} />
    </PatientFrame>
  );
}

/** The answer to a report that was kept aside, which a browser without JavaScript comes to by the report's key. */
async function Kept({ actor, reportKey }: { actor: Actor; reportKey: string }) {
  const { level, messages } = await orNotFound(actor, loadOwnAside(actor, reportKey));
  const locale = await getLocale();
  const { phone, emergencyNumber, timeZone } = actor.clinic;
  return (
    <PatientFrame current="today">
      <UnsentResult
        clinic={{ phone, emergencyNumber, timeZone }}
        unsent={{ status: "kept", level, messages: messages.map((text) => text[locale]), result: null, worry: null }}
      />
    </PatientFrame>
  );
}

function nullIfNotHere(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}
