import type { ReactNode } from "react";
import type { CheckInResult, ClinicContact } from "@/lib/check-in/result";
import { CalmResult } from "../../my/today/check-in/[checkInId]/_components/calm-result";
import { UrgentResult } from "../../my/today/check-in/[checkInId]/_components/urgent-result";
import { OfflineFrame } from "./offline-frame";

/** The answer to a check-in that waits on this phone. The urgent answers stand alone, as they do with network. */
export function OfflineResult({
  result,
  clinic,
  note,
  now,
}: {
  result: CheckInResult;
  clinic: ClinicContact;
  note: ReactNode;
  now: Date;
}) {
  if (result.level === "EMERGENCY" || result.level === "SAME_DAY_SURGEON") {
    return <UrgentResult clinic={clinic} level={result.level} result={result} />;
  }
  return (
    <OfflineFrame current="today">
      {note}
      <CalmResult clinic={clinic} level={result.level} now={now} result={result} />
    </OfflineFrame>
  );
}
