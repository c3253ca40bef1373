import * as z from "zod/mini";
import {
  draftConflictSchema,
  draftWatchSchema,
  type DraftEnd,
  type DraftWatch,
  type SaveDraftInput,
  type StandingDraft,
  type WatchDraftInput,
} from "@/lib/schemas/program";

/** `ended`: the draft is no longer open to this person; why is asked of the presence. */
export type SaveAnswer =
  | { status: "saved"; version: number }
  | { status: "conflict"; standing: StandingDraft }
  | { status: "invalid"; fields: Record<string, string> }
  | { status: "ended" | "signedOut" | "failed" };
export type WatchAnswer = { status: "seen"; watch: DraftWatch } | { status: "ended" | "signedOut" | "failed" };

/** How the draft ended, where the answer says that it did. */
export function endOf(answer: WatchAnswer): DraftEnd | null {
  if (answer.status === "ended") return { because: "closed" };
  return answer.status === "seen" ? answer.watch.ended : null;
}

/** How the draft of one person goes to the server and what comes back; it never throws. */
export type DraftRequests = {
  /** @param isByHand somebody has changed it since the last time: a page that tries again by itself extends no session */
  save: (draft: SaveDraftInput, how: { isByHand: boolean; isLeaving?: boolean }) => Promise<SaveAnswer>;
  watch: (asked: WatchDraftInput) => Promise<WatchAnswer>;
};

const patienceMs = 20_000;
const savedSchema = z.object({ version: z.number() });
const refusedSchema = z.object({
  error: z.string(),
  fields: z.optional(z.record(z.string(), z.string())),
  current: z.nullish(draftConflictSchema),
});

/** Where drafts of a kind are saved, and the name under which they are. */
export type DraftAddress = { path: string; bodyOf: (draft: SaveDraftInput | WatchDraftInput) => object };
const ofPrograms: DraftAddress = { path: "/api/drafts", bodyOf: (draft) => draft };

/** The requests of whoever opened the page: once somebody else has signed in beside it, they answer as signed out. */
export function draftRequests(editorId: string, { path, bodyOf }: DraftAddress = ofPrograms): DraftRequests {
  return {
    async save(draft, { isByHand, isLeaving = false }) {
      const address = isByHand ? path : `${path}?quiet`;
      const answer = await send(address, "PUT", { editor: editorId, ...bodyOf(draft) }, isLeaving);
      if (answer === null) return { status: "failed" };
      const saved = savedSchema.safeParse(answer.body);
      if (answer.status === 200 && saved.success) return { status: "saved", version: saved.data.version };
      return refusal(answer);
    },
    async watch(asked) {
      const answer = await send(`${path}/presence?quiet`, "POST", { editor: editorId, ...bodyOf(asked) }, false);
      const seen = draftWatchSchema.safeParse(answer?.body);
      if (answer?.status === 200 && seen.success) return { status: "seen", watch: seen.data };
      if (answer?.status === 401) return { status: "signedOut" };
      return { status: answer?.status === 404 ? "ended" : "failed" };
    },
  };
}

type Answer = { status: number; body: unknown };

/** Null when there was no answer. */
async function send(address: string, method: string, body: object, keepalive: boolean): Promise<Answer | null> {
  try {
    const response = await fetch(address, {
      method,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      keepalive,
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
    });
    return { status: response.status, body: await response.json().catch(() => null) };
  } catch {
    return null;
  }
}

function refusal({ status, body }: Answer): SaveAnswer {
  if (status === 401) return { status: "signedOut" };
  if (status === 404) return { status: "ended" };
  if (status === 413) return { status: "invalid", fields: { lines: "tooLong" } };
  const refused = refusedSchema.safeParse(body);
  if (!refused.success) return { status: "failed" };
  const { fields, current } = refused.data;
  if (status === 422 && fields) return { status: "invalid", fields };
  if (status !== 409) return { status: "failed" };
  return current ? { status: "conflict", standing: current } : { status: "ended" };
}
