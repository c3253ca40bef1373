import type { TriageLevel } from "@/lib/clinical/triage-content";
import type { CheckInReport } from "@/lib/schemas/check-in";
import type { ExerciseMark } from "@/lib/schemas/exercise-log";

/** A report as a page gives it: what the server's schema takes, but for the instants that the queue adds. */
export type Report =
  | { kind: "mark"; body: Omit<ExerciseMark, "reportedAt" | "sentAt"> }
  | { kind: "check-in"; body: Omit<CheckInReport, "reportedAt" | "sentAt"> };

type Kept = {
  /** Whose it is: the id of the account that was signed in when it was made. */
  person: string;
  /** When it was made, by the phone's clock (ISO instant). */
  madeAt: string;
  /** The same by the server's clock, as far as the phone knew it then: its own may be wrong, and be set right later. ISO instant. */
  serverAt?: string;
  /** The server has it, and the plan of this phone is older: until a newer one is here, the day without network counts it. ISO instant. */
  takenAt?: string;
};
export type WaitingMark = Extract<Report, { kind: "mark" }> & Kept;
export type WaitingCheckIn = Extract<Report, { kind: "check-in" }> & Kept;
/** A report in the queue: not yet answered for good. */
export type WaitingReport = WaitingMark | WaitingCheckIn;

/** What the server says of a report that cannot be part of the record; the team sees it. */
export type KeptAnswer = {
  why: string;
  /** What its answers mean by themselves; null of a mark. */
  level: TriageLevel | null;
  /** To the person, of that level, in their language. */
  messages: string[];
};

/** What became of a report. */
export type SendOutcome =
  /** The server has it; `answer` is what it said. */
  | { status: "sent"; answer: unknown }
  /**
   * No network, server away, or signed out (then it is sent once the person has signed in): it is sent later. Not `stored`: only this page has it,
   * and must stay open.
   */
  | { status: "waiting"; stored: boolean; isSignedOut?: true }
  | ({ status: "kept" } & KeptAnswer)
  /** It cannot be taken as it is: field errors by name, and as `report` the reason of a refusal of the whole. */
  | { status: "refused"; fields: Record<string, string> };
