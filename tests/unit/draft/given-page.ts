import { vi } from "vitest";
import type {
  DraftRequests,
  SaveAnswer,
  WatchAnswer,
} from "@/app/(clinic)/patients/[patientId]/program/_components/draft/draft-requests";
import { draftStore } from "@/app/(clinic)/patients/[patientId]/program/_components/draft/draft-store";
import type { DraftCopy, LocalCopy } from "@/app/(clinic)/patients/[patientId]/program/_components/draft/local-copy";
import type { Draft, DraftChange } from "@/lib/draft/draft";
import type { SaveDraftInput, StandingDraft } from "@/lib/schemas/program";
import { aDraft, aLine } from "./given";

const programId = "0f9d1c58-8a57-4c38-9a53-1f0f0f4d1c01";
export const [a, b, c, x] = ["1", "2", "3", "9"].map((n) => `6f7f1a52-8f4e-4c49-9d0f-6f1fbb0d7a0${n}`) as [
  string,
  string,
  string,
  string,
];
export const first = aDraft(aLine(a), aLine(b), aLine(c));
export const reps = (id: string, n: number): DraftChange => ({ kind: "dose", ids: [id], dosage: { reps: n } });
export const note = (id: string, words: string): DraftChange => ({ kind: "edit", id, line: { noteToPatient: words } });
export const standing = (draft: Draft, version: number, currentRevision: number | null = null): StandingDraft => ({
  ...draft,
  version,
  currentRevision,
  changedAt: "2026-11-21T12:00:00Z",
  changedBy: "Priya Sandpiper",
});
export const nobody: WatchAnswer = { status: "seen", watch: { others: [], standing: null, ended: null } };

/** A page whose server answers as told, in order; then every save succeeds. */
export function aPage({
  copies = [],
  answers = [],
}: { copies?: DraftCopy[]; answers?: (SaveAnswer | WatchAnswer)[] } = {}) {
  const saves: (SaveDraftInput & { isByHand: boolean })[] = [];
  const watches: WatchAnswer[] = [];
  const queue = answers as SaveAnswer[];
  const kept: { now: DraftCopy | null; forgotten: boolean } = { now: null, forgotten: false };
  const requests: DraftRequests = {
    save: (draft, { isByHand }) => {
      saves.push({ ...draft, isByHand });
      return Promise.resolve(queue.shift() ?? { status: "saved", version: draft.version + 1 });
    },
    watch: () => Promise.resolve(watches.shift() ?? nobody),
  };
  const copy: LocalCopy = {
    read: () => Promise.resolve(copies),
    write: (draft) => Promise.resolve(void (kept.now = draft)),
    clear: () => void (kept.now = null),
    forget: () => void (kept.forgotten = true),
  };
  const opened = { ...first, version: 1, changedBy: "Priya Sandpiper" };
  const store = draftStore({ programId, follows: null, first: opened, requests, copy });
  return { store, saves, watches, kept, now: () => store.snapshot() };
}

export const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
