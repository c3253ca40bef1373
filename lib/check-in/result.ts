import type { procedureTypes, Text } from "@/lib/clinical/facts";
import type { Stage, TriageLevel } from "@/lib/clinical/triage-content";
import type { Day } from "@/lib/dates";
import type { holdCauses } from "@/lib/schemas/hold";

/** What the person gets back from a report. */
export type CheckInAnswer = {
  checkInId: string;
  stage: Stage;
  onDay: Day;
  level: TriageLevel;
  /** Those of the resulting level only: "call today" beside "go now" would confuse. */
  messages: Text[];
  /** Inputs that were asked and not answered. */
  missing: string[];
  /** The same report came before; nothing was written now. */
  isRepeat: boolean;
};

/** A stop in force: who calls and by when (ISO instant), where an alert waits for them; a clinician's own promises no call. */
export type TodayHold = {
  isEmergency: boolean;
  /** The check-in whose answer tells what to do. */
  checkInId: string | null;
  isSuspension: boolean;
  easyActivityAllowed: boolean;
  caller: string | null;
  callBy: string | null;
  /** Who placed it and why; null where the patient's answers did, of which somebody calls. */
  placed: { by: string; cause: (typeof holdCauses)[number] } | null;
  /** The answers that placed it wait on this phone: nobody knows of it yet, and no call is promised. */
  isUnsent?: true;
};

/** Whom to call, and the zone of the clinic's clock. */
export type ClinicContact = {
  phone: string;
  emergencyNumber: string;
  timeZone: string;
  /** The staffed line for somebody who thinks of self-harm, where the form asks about it. */
  crisisPhone?: string | null;
};

/** A check-in's answer with what the urgent screens tell: who was told, and what hospital staff must know. */
export type CheckInResult = CheckInAnswer & {
  reportedAt: string;
  /** The stop that stands now, whatever placed it. */
  hold: TodayHold | null;
  /** Who calls, and by when (ISO instant); null where nobody was told. */
  alert: { owner: string | null; dueAt: string | null } | null;
  person: { name: string; bornOn: Day };
  treatment: {
    procedureType: (typeof procedureTypes)[number];
    levels: string[];
    technique: string;
    on: Day;
    surgeon: string;
  };
  /** The clinic's staffed line, for somebody who thinks of self-harm; null for everybody else. */
  crisisPhone: string | null;
  /** What was reported, in the patient's words, and what the rules suspect. */
  signs: Text[];
  suspected: Text[];
  /** Whether it can still be corrected, and has not been yet. */
  mayCorrect: boolean;
  /** The report waits on this phone: nobody of the care team was told. */
  isUnsent?: true;
};
