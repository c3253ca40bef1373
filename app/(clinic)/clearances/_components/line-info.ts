import type { ClearanceDetail } from "@/lib/records/clearances/clearance-detail";
import type { UsualLine, UsualPage } from "@/lib/records/clearances/load-usual";
import { isGrant } from "@/lib/schemas/clearance";
import type { LineInfo } from "./decision-values";

/** What the form needs of a clearance; its evidence stays on the server, drawn. */
export function infoOfDetail(detail: ClearanceDetail): LineInfo {
  const { clearanceId, version, evidenceSha256, subject, patient, evidence, outcomes, terms, state } = detail;
  return {
    sent: { clearanceId, version },
    evidenceSha256,
    subject,
    patient: { name: patient.name, locale: patient.locale },
    askedBy: evidence.asked.by,
    time: evidence.time,
    outcomes,
    isRenewal: isGrant(state),
    terms,
  };
}

/** What the form needs of a line of a set, which is granted or left. */
export function infoOfUsual(line: UsualLine, { name, locale }: UsualPage["patient"]): LineInfo {
  const { subjectId, evidenceSha256, subject, evidence, terms, needsLimit } = line;
  return {
    sent: { subjectId },
    evidenceSha256,
    subject,
    patient: { name, locale },
    askedBy: evidence.asked.by,
    time: evidence.time,
    outcomes: needsLimit ? ["limited"] : ["granted", "limited"],
    isRenewal: false,
    terms,
  };
}
