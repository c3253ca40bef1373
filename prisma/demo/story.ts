import type { Condition, Dosage, RestrictionKind } from "@/lib/clinical/facts";
import type { ModifierId } from "@/lib/clinical/timeline";
import type { Answer } from "@/lib/clinical/triage-content";
import type { HoldProgramInput } from "@/lib/schemas/hold";
import type { StaffKey } from "./staff";
import type { DemoProtocol, EarlierOperation } from "./treatment";

/**
 * One invented patient. Every `day` counts from the procedure, in persistent pain from the pathway's start; a negative day of an event counts
 * back from today (-1: yesterday).
 */
export type Story = {
  /** Before the @ of the sign-in name. */
  key: string;
  givenName: string;
  familyName: string;
  mrn: string;
  birthDate: string;
  locale: "en" | "es";
  phone: string;
  protocol: DemoProtocol;
  levels: readonly string[];
  technique: string;
  /** Days since the procedure, or since the pathway's start, today. */
  day: number;
  earlier?: EarlierOperation;
  /** An earlier operation whose protocol still holds beside the pathway. */
  also?: { protocol: DemoProtocol; anchorDay: number; phase: number; addedOn: number; reason: string };
  /** The surgeon's decision that the timeline runs later. */
  timeline?: { day: number; shiftDays: number; factors: readonly ModifierId[]; reason: string };
  /** The first one prescribes. */
  therapists: readonly StaffKey[];
  surgeon: StaffKey;
  conditions?: readonly Condition[];
  /** The day on which a clinician recorded the conditions; none: at admission. */
  conditionsOn?: number;
  restrictions?: readonly RestrictionStory[];
  /** The day on which the surgeon signed what was entered at admission. */
  restrictionsSignedOn?: number;
  /** The day on which each phase was opened; none while the program is a draft. */
  phases: readonly { n: number; day: number }[];
  /** When each revision was signed, and what it changed of the one before. */
  revisions: readonly RevisionStory[];
  clearances: readonly ClearanceStory[];
  questions?: readonly QuestionStory[];
  /** What was observed for the entry of a phase: by the therapist, how bone heals by the surgeon. */
  evidence?: readonly EvidenceStory[];
  /** The daily review of that day raised a task, and what the therapist wrote when it was done. */
  answeredReview?: { day: number; words: string };
  /** Mean pain before a session on the first day and in the end, and the days in which half of the way is gone. */
  pain: { from: number; to: number; halfWay: number };
  /** Share of days and exercises that are reported and done. */
  adherence: number;
  events?: readonly EventStory[];
  /** The therapist's own hold since that day, open still; easy activity goes on. */
  held?: { day: number; cause: HoldProgramInput["cause"]; words: string };
  /** Days up to today without a word. */
  silentDays?: number;
  /** Whether today's check-in before the session is there already. */
  hasReportedToday?: boolean;
  /** The therapist ended the episode on that day, with words for the patient. */
  discharged?: { day: number; reason: string; advice: string };
};

export type RestrictionStory = {
  kind: RestrictionKind;
  /** The limit that was entered at admission and that the surgeon changed on this day. */
  was?: { limitKg: number; changedOn: number };
  limitKg?: number;
  limitMinutes?: number;
  untilDay?: number;
  untilPhase?: number;
  untilClearance?: string;
};

export type RevisionStory = { day: number; changes?: readonly ChangeStory[] };

/** Another dosage for a line of the phase; a line that the starting selection lacks is added from the template. */
export type ChangeStory = { phase: number; exercise: string; dosage?: Dosage; note?: string; reason?: string };

export type ClearanceStory = {
  /** A clearance key or an activity. */
  subject: string;
  asked: number;
  /** Null: who decided opened it themselves, in a set of what is usual then. */
  question: string | null;
  /** None while it waits. */
  decision?: {
    day: number;
    outcome: "granted" | "limited" | "denied" | "returned";
    maxMinutes?: number;
    maxKg?: number;
    words?: string;
    reason?: string;
    reviewDay?: number;
    /** The last day of a grant. */
    untilDay?: number;
    /** The therapist has not read yet what was decided. */
    isUnread?: boolean;
  };
};

/** "May I …?" without an `answer` was forwarded: there is a request about its subject. */
export type QuestionStory = { subject?: string; words: string; asked: number; answered: number; answer?: string };

export type EventStory = { day: number; answers: Readonly<Record<string, Answer>> };

export type EvidenceStory = {
  day: number;
  /** The phase whose entry it is for. */
  phase: number;
  /** As readiness names it: `walkContinuousMin`, `functional:5XSTS`, `other:1`. */
  criterion: string;
  value: number | boolean | "PROGRESSING" | "SOLID";
  /** The person's own baseline or norm, where the criterion is one. */
  norm?: number;
  note?: string;
};
