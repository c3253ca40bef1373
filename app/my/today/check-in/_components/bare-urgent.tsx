import { useTranslations } from "next-intl";
import type { ClinicContact } from "@/lib/check-in/result";
import type { FormWorry, UrgentLevel } from "@/lib/check-in/urgent";
import { telephoneOf } from "../../../_components/telephone";
import { useText } from "../../../_components/words";
import { UrgentScreen } from "../[checkInId]/_components/urgent-result";

/** What cannot wait, where the record and this phone's plan cannot be asked: what to do and whom to call, without the facts for hospital staff. */
export function BareUrgent({
  level,
  messages,
  worry,
  waits,
  clinic,
}: {
  level: UrgentLevel;
  /** The server's sentences; without them the ticked signs are named. */
  messages: readonly string[];
  worry: FormWorry | null;
  waits: string;
  clinic: ClinicContact;
}) {
  const t = useTranslations("patient.result");
  const text = useText();
  const signs = worry?.signs.map(text).join("; ") ?? "";
  const named = signs === "" ? [] : [t("bare.why", { signs })];
  const isOnlyMood = worry?.isOnlyCrisis === true;
  const crisisPhone = worry?.isCrisis === true ? (clinic.crisisPhone ?? null) : null;
  return (
    <UrgentScreen
      level={level}
      words={{
        title: isOnlyMood ? t("crisisTitle") : undefined,
        doNot: isOnlyMood ? t("notAlone", { number: telephoneOf(clinic.emergencyNumber).shown }) : undefined,
        why: messages.length > 0 ? messages : named,
        emergency: telephoneOf(clinic.emergencyNumber),
        crisis: crisisPhone === null ? undefined : telephoneOf(crisisPhone),
        clinic: telephoneOf(clinic.phone),
        staff: null,
        done: [],
        waits,
      }}
    />
  );
}
